namespace UnionBot.Chat.Dialogs;

/// <summary>A dialog for some people only. Whoever else says its words is answered as if there were no such dialog.</summary>
public interface IReservedDialog : IDialog
{
    /// <summary>Whether it is there for whoever speaks, and for what they say.</summary>
    Task<bool> IsForAsync(Input input, CancellationToken ct);
}
