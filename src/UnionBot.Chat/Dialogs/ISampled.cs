namespace UnionBot.Chat.Dialogs;

/// <summary>
/// A reply that carries facts shows by samples what they look like: at start, and in a test, its template is rendered
/// from each of them. A reply without facts needs none.
/// </summary>
/// <typeparam name="TSelf">The reply itself.</typeparam>
public interface ISampled<TSelf>
    where TSelf : IReply, ISampled<TSelf>
{
    /// <summary>Invented people and numbers only; one sample for every branch of the template.</summary>
    static abstract IReadOnlyList<TSelf> Samples { get; }
}
