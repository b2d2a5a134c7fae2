using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>What a sentence did to rules.</summary>
/// <param name="IsOver">Nothing more is to be said of them.</param>
internal sealed record RuleOutcome(IReply Said, bool IsOver)
{
    /// <summary>What was ended; empty when nothing was.</summary>
    public IReadOnlyList<RuleIsOver> Ended { get; init; } = [];

    /// <summary>How that is taken up again.</summary>
    public IReadOnlyList<PushChoice> TakeUps { get; init; } = [];

    /// <summary>The talk about it ends; what was ended is shown, and can be taken up again.</summary>
    public Turn Leave() => new(new Move.Over(), [.. Ended, Said]) { Offers = TakeUps };
}
