using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.LegalAid.FollowUps;

/// <summary>By what the question of the day after is answered.</summary>
internal sealed class PushedFollowUpChoices : IPushChoices
{
    public IReadOnlyList<PushChoice> Of(string occasion) => occasion.Split('/') is ["legal-aid", "follow-up", _]
        ?
        [
            new("解决了", TellWhetherSolved.KeyOf(Solved.Yes), Says: true),
            new("部分解决", TellWhetherSolved.KeyOf(Solved.Partly)),
            new("没解决", TellWhetherSolved.KeyOf(Solved.No), Says: false),
        ]
        : [];
}
