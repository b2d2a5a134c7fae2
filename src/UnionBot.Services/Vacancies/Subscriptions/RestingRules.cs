using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>Whoever follows again is sent nothing by the rules of before until they have said that they want it.</summary>
internal sealed class RestingRules(TurnDatabase turn, RuleWords words) : IWelcomeBack
{
    public async Task<BackQuestion?> AskAsync(PersonId person, DateTimeOffset at, CancellationToken ct)
    {
        var rules = await turn.Db.Set<VacancyRule>()
            .Where(r => r.PersonId == person && (r.State == RuleState.Active || r.State == RuleState.Resting)).ToListAsync(ct);
        foreach (var rule in rules) rule.Stop(RuleState.Resting, at);
        return rules.Count == 0 ? null : new BackQuestion(new RulesRest(), new PushChoice(words.TakeUp, ChangeRule.TakeUpKey));
    }
}
