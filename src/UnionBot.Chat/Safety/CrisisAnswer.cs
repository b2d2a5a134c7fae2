using UnionBot.Chat.Dialogs;

namespace UnionBot.Chat.Safety;

/// <summary>What the bot does when a life may be at stake: everything else waits.</summary>
internal static class CrisisAnswer
{
    /// <summary>Gives the number to call and calls a person.</summary>
    /// <param name="other">Another kind that may be meant as well; null when it is clear.</param>
    public static void Help(Exchange exchange, CrisisKind kind, CrisisKind? other = null)
    {
        exchange.SetWaitingAside();
        exchange.State = exchange.State with { Shown = null, Misses = 0, CrisisAt = exchange.Input.At };
        exchange.Say(new CrisisHelp(kind, other));
        exchange.Do(new Effect.Alarm(kind));
    }

    /// <summary>Thanks for a word that may ease an alarm. Only a person can end it: the talk that they read has the word.</summary>
    public static void Thank(Exchange exchange)
    {
        exchange.State = exchange.State with { Shown = null, Misses = 0 };
        exchange.Say(new AlarmStays());
    }

    /// <summary>Gives the numbers and asks whether somebody is in danger; calls nobody yet.</summary>
    /// <param name="other">Another kind that may be meant as well; null when it is clear.</param>
    public static void Ask(Exchange exchange, CrisisKind kind, CrisisKind? other = null) => exchange.Show(
        ListKind.Which,
        new AskIfInDanger(kind, other),
        new ShownChoice("", ChoiceAct.Alarm, kind.ToString()),
        new ShownChoice("", ChoiceAct.Keep));

    /// <summary>A call that does not say why. Who calls once more, or soon after an alarm, is helped without a question.</summary>
    public static void Hear(Exchange exchange, CrisisKind call)
    {
        var wasAsked = exchange.State.Shown?.Choices is [{ Act: ChoiceAct.Alarm }, ..];
        if (wasAsked || FreeWords.IsInCrisisLately(exchange)) Help(exchange, call);
        else Ask(exchange, call);
    }

    /// <summary>Somebody said that they are in the danger that was asked about.</summary>
    /// <param name="kind">The name of the kind, as <see cref="Ask"/> put it into the list.</param>
    public static void Confirm(Exchange exchange, string kind) => Help(exchange, Enum.Parse<CrisisKind>(kind));
}
