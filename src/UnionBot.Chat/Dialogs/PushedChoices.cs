namespace UnionBot.Chat.Dialogs;

/// <summary>The choices of the last push, until one is taken.</summary>
/// <param name="Numbered">False when a question was open and the choices were offered in words.</param>
/// <param name="At">When the push was shown; UTC.</param>
public sealed record PushedChoices(IReadOnlyList<ShownChoice> Choices, bool Numbered, DateTimeOffset At);

/// <summary>One choice of a push.</summary>
/// <param name="Name">What the person may type: 能来, 改时间.</param>
/// <param name="Key">The dialog it opens, <c>name</c> or <c>name:argument</c>; the dialog finds it in <see cref="Input.Key"/>.</param>
/// <param name="Destructive">It cancels or deletes something.</param>
/// <param name="Says">Whether a bare yes (true) or no (false) takes it; null when neither does.</param>
public sealed record PushChoice(string Name, string Key, bool Destructive = false, bool? Says = null);
