namespace UnionBot.Chat.Dialogs;

/// <summary>A question that is put shorter when it is asked once more: what it explained has been read.</summary>
public interface IBriefReply : IReply
{
    /// <returns>The same question; a list keeps its choices.</returns>
    IReply InBrief();
}
