using UnionBot.Chat.Dialogs;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>What a dialog asks of the rules of the person it talks with. Where an owner may be null all rules are meant.</summary>
public interface IRuleBook
{
    /// <summary>Makes the rule for this wish, or changes it when there is one for the same person.</summary>
    /// <param name="seen">Vacancies that were shown in the talk: they are no news.</param>
    Task<KeptRule> KeepAsync(PersonId person, KeptWish wish, IReadOnlyList<long> seen, DateTimeOffset at, CancellationToken ct);

    /// <summary>The rules that count or are paused, the worker's own first.</summary>
    Task<IReadOnlyList<KeptRule>> AllAsync(PersonId person, CancellationToken ct);

    /// <param name="owner">One of those of <see cref="AllAsync"/>.</param>
    Task<KeptRule> ChangeAsync(PersonId person, int owner, VacancyWish wish, DateTimeOffset at, CancellationToken ct);

    /// <summary>Stops rules, from this moment on.</summary>
    /// <returns>Those that were stopped by it.</returns>
    Task<IReadOnlyList<KeptRule>> StopAsync(PersonId person, int? owner, RuleState how, DateTimeOffset at, CancellationToken ct);

    /// <summary>What was ended last is told of again.</summary>
    Task TakeUpAsync(PersonId person, int? owner, DateTimeOffset at, CancellationToken ct);

    /// <summary>The worker still looks.</summary>
    /// <returns>False when there is no rule to go on with.</returns>
    Task<bool> TryGoOnAsync(PersonId person, int? owner, DateTimeOffset at, CancellationToken ct);

    /// <param name="days">1 or 7.</param>
    Task SendEveryAsync(PersonId person, int? owner, short days, DateTimeOffset at, CancellationToken ct);

    /// <summary>What the last digest showed; empty when there was none.</summary>
    /// <param name="today">The day in China.</param>
    Task<IReadOnlyList<PushedVacancy>> LastDigestAsync(PersonId person, DateOnly today, CancellationToken ct);

    /// <summary>Where the worker can allow one more message of this kind.</summary>
    /// <returns>Null when they have allowed one, or nothing of that kind is set up.</returns>
    Task<string?> ConsentPageAsync(Speaker person, CancellationToken ct);

    /// <summary>Notes what the worker says to a vacancy of a digest.</summary>
    Task AnswerAsync(PersonId person, long vacancy, DigestAnswer answer, CancellationToken ct);
}

/// <summary>A rule, opened.</summary>
/// <param name="EveryDays">1 or 7.</param>
public sealed record KeptRule(int Owner, KeptWish Kept, RuleState State, short EveryDays)
{
    public bool IsWeekly => EveryDays == 7;

    public bool IsPaused => State is RuleState.Paused;
}

/// <summary>A vacancy of a digest, with the wish that it fits.</summary>
/// <param name="Owner">Of the rule by which it came.</param>
/// <param name="Who">For whom else it was looked for; null for the worker.</param>
public sealed record PushedVacancy(VacancyCard Card, int Owner, string? Who, SaidWish Said);
