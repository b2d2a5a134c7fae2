namespace UnionBot.WeChat.Api;

/// <summary>The caller's cancellation joined with a time limit.</summary>
internal sealed class LinkedLimit : IDisposable
{
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _both;

    public LinkedLimit(TimeSpan limit, TimeProvider clock, CancellationToken ct)
    {
        _time = new CancellationTokenSource(limit, clock);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, ct);
    }

    public CancellationToken Token => _both.Token;

    public void Dispose()
    {
        _both.Dispose();
        _time.Dispose();
    }
}
