namespace UnionBot.Chat.Dialogs;

/// <summary>Decides how the choices of a push are offered, so that it never takes the number keys from an open question.</summary>
public static class PushWording
{
    /// <summary>Call under the lock of the person's state, when the push is worded to be sent.</summary>
    /// <param name="shownAt">When it is sent; UTC.</param>
    /// <returns>The state to keep, and the reply that offers the choices: say it after the push's own words.</returns>
    public static (TalkState State, IReply Offer) Offer(
        TalkState state, IReadOnlyList<PushChoice> choices, DateTimeOffset shownAt, ConversationOptions options)
    {
        var shown = choices.Select(c => new ShownChoice(c.Name, ChoiceAct.Open, c.Key, c.Destructive, c.Says)).ToArray();

        // Whoever is reminded again of the same may answer by the same numbers.
        if (state.Pushed is { } before && before.Choices.Select(c => c.Target).SequenceEqual(shown.Select(c => c.Target))) state = state with { Pushed = null };
        var numbered = !IsQuestionOpen(state, shownAt, options);
        var names = choices.Select(c => c.Name).ToArray();

        return (
            state with { Pushed = new PushedChoices(shown, numbered, shownAt), Shown = numbered ? null : state.Shown },
            numbered ? new OfferedByNumber(names) : new OfferedInWords(names));
    }

    /// <summary>
    /// Whether a bare number already means something to the person: a dialog waits (however long), a list was shown not long
    /// ago, or an earlier push still waits for its number.
    /// </summary>
    public static bool IsQuestionOpen(TalkState state, DateTimeOffset at, ConversationOptions options) =>
        state.Waiting is not null
        || (state.Shown is { } list && at - list.At < options.Pause)
        || (state.Pushed is { Numbered: true } pushed && at - pushed.At < options.PushKeepsNumbers);
}
