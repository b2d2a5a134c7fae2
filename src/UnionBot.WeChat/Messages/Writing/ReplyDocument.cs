namespace UnionBot.WeChat.Messages.Writing;

/// <summary>A reply being written, as XML or as JSON with the same names; complete when disposed.</summary>
internal abstract class ReplyDocument : IDisposable
{
    public abstract void Text(string name, string value);

    /// <summary>Letters and digits that need no escaping, such as a ciphertext.</summary>
    public abstract void Ascii(string name, ReadOnlySpan<byte> value);

    public abstract void Number(string name, long value);

    public abstract void Begin(string name);

    public abstract void End(string name);

    /// <summary>Begins a list whose entries are called <c>item</c>.</summary>
    public abstract void BeginItems(string name);

    public abstract void BeginItem();

    public abstract void EndItem();

    public abstract void EndItems(string name);

    public abstract void Dispose();
}
