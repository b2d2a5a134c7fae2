namespace UnionBot.Chat.Dialogs;

/// <summary>What happens when a message was not understood: never a dead end, and a person after the third in a row.</summary>
internal static class Misses
{
    private static readonly Effect.HandOver Misunderstood = new("handover/misunderstood") { Joins = true };

    /// <summary>The waiting step did not understand.</summary>
    /// <param name="question">What it says to ask once more.</param>
    public static void InStep(Exchange exchange, Bookmark waiting, IReadOnlyList<IReply> question)
    {
        var misses = waiting.Misses + 1;
        if (misses >= exchange.Options.MissesBeforePerson)
        {
            Commands.HandOver(exchange, Misunderstood, new HandedOverAfterMisses());
            return;
        }

        exchange.Say([.. question.Select(reply => reply is IBriefReply brief ? brief.InBrief() : reply)]);
        if (misses == exchange.Options.MissesBeforePerson - 1) exchange.Say(new AskForAPerson());
        exchange.State = exchange.State with
        {
            Waiting = waiting with { Misses = misses },
            Shown = ShownList.In(question, exchange.Input.At),
        };
    }

    /// <summary>No dialog waits, and the message opens none.</summary>
    public static void Outside(Exchange exchange, Commands commands)
    {
        var state = exchange.State;
        if (FreeWords.IsInCrisisLately(state, exchange.Input, exchange.Options))
        {
            exchange.Say(new StillHere());
            return;
        }

        if (!exchange.Input.IsWords)
        {
            exchange.Say(new MediaReceived(exchange.Input.Kind));
            return;
        }

        var misses = state.Misses + 1;
        exchange.State = state with { Misses = misses };
        if (misses >= exchange.Options.MissesBeforePerson)
        {
            Commands.HandOver(exchange, Misunderstood, new HandedOverAfterMisses());
        }
        else if (misses == 1)
        {
            exchange.Say(new NotUnderstood());
        }
        else
        {
            commands.ShowMenuAfterMiss(exchange);
        }
    }
}
