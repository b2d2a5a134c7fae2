namespace UnionBot.Chat.Dialogs;

/// <summary>A reply that can say less, for when all of it would be more than is read on a phone without scrolling.</summary>
public interface ITightReply : IReply
{
    /// <returns>The same with something left out; null when nothing can be spared.</returns>
    ITightReply? Tighter();
}
