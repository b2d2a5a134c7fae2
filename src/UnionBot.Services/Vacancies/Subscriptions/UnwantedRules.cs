using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>Who wants no more digests keeps their rules, which rest until they want digests again.</summary>
internal sealed class UnwantedRules(TurnDatabase turn) : IStandingOrder
{
    public MessageKind Kind => MessageKind.VacancyPush;

    public async Task RestAsync(PersonId person, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var rule in await RulesAsync(person, RuleState.Active, ct)) rule.Stop(RuleState.Resting, at);
    }

    public async Task GoOnAsync(PersonId person, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var rule in await RulesAsync(person, RuleState.Resting, ct)) rule.GoOn(at);
    }

    private Task<List<VacancyRule>> RulesAsync(PersonId person, RuleState state, CancellationToken ct) =>
        turn.Db.Set<VacancyRule>().Where(r => r.PersonId == person && r.State == state).ToListAsync(ct);
}
