namespace UnionBot.Chat.Templates;

/// <summary>Thrown by an engine when a template is wrong, or names a fact that its reply does not carry.</summary>
/// <param name="line">Counted from 1; null when the engine cannot tell.</param>
/// <param name="word">The word in the template that it stumbled over; null when the engine cannot tell.</param>
public sealed class TemplateException(string reason, int? line, string? word, Exception inner) : Exception(reason, inner)
{
    public int? Line { get; } = line;

    public string? Word { get; } = word;
}
