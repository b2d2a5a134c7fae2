namespace UnionBot.Web.Setup;

/// <summary>One value for all who use it at a time. Once nobody does, since something newer took its place, its memory is free.</summary>
internal sealed class SharedWhileUsed<T>
    where T : class
{
    private readonly Lock _making = new();
    private readonly WeakReference<T?> _made = new(null);

    /// <param name="make">Makes it, also anew when somebody wants it later; the same each time.</param>
    public T Get(Func<T> make)
    {
        lock (_making)
        {
            if (_made.TryGetTarget(out var value)) return value;

            value = make();
            _made.SetTarget(value);
            return value;
        }
    }
}
