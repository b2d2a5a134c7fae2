using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.People;

namespace UnionBot.Services.Duty;

/// <summary>What staff's dialogs need to know and to change.</summary>
internal interface IDutyDesk
{
    /// <summary>Binds a member of staff to the person who typed their code.</summary>
    Task<BindOutcome> BindAsync(PersonId person, string code, CancellationToken ct);

    /// <param name="number">Of the alarm; null when none was said.</param>
    /// <returns>Null when the person is no member of staff.</returns>
    Task<Acknowledgement?> AcknowledgeAsync(PersonId person, long? number, CancellationToken ct);

    /// <param name="numbers">Of the alarms; null for all that are open.</param>
    /// <returns>By number; null when the person is no member of staff.</returns>
    Task<IReadOnlyList<Acknowledgement>?> AcknowledgeEachAsync(
        PersonId person, IReadOnlyCollection<long>? numbers, CancellationToken ct);

    /// <returns>Null when the person is no member of staff.</returns>
    Task<PresentDuty?> DutyOfAsync(PersonId person, CancellationToken ct);
}

/// <summary>Whether a member of staff is on duty now.</summary>
/// <param name="Until">When their shift ends, UTC; null when they are not on duty.</param>
internal sealed record PresentDuty(DateTimeOffset? Until);
