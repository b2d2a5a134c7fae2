using UnionBot.Chat.Dialogs;
using UnionBot.Services.Vacancies.Talking;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>What a sentence did to rules.</summary>
/// <param name="IsOver">Nothing more is to be said of them.</param>
internal sealed record RuleOutcome(IReply Said, bool IsOver)
{
    /// <summary>What was ended; empty when nothing was.</summary>
    public IReadOnlyList<RuleIsOver> Ended { get; init; } = [];

    /// <summary>How what was ended is taken up again, or where work was found.</summary>
    public IReadOnlyList<PushChoice> Offers { get; init; } = [];

    /// <summary>A place of which there are several, so that nothing was done yet: what is said asks for it. Null when there is none.</summary>
    public UnclearPlace? Unclear { get; init; }

    public static RuleOutcome Asking(UnclearPlace unclear) => new(new WhichPlace(unclear.Name, unclear.Names), IsOver: false) { Unclear = unclear };

    /// <summary>The talk about it ends; what was ended is shown, and can be taken up again.</summary>
    public Turn Leave() => new(new Move.Over(), [.. Ended, Said]) { Offers = Offers };
}
