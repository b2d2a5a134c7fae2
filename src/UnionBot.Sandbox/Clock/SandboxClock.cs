using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Clock;

/// <summary>
/// The clock that can be moved: CreateTime, quotas, media and QR codes follow it. Signatures, tokens and sign-in codes
/// do not; they take the machine's own clock, as the bot that checks them does.
/// </summary>
internal sealed class SandboxClock : TimeProvider
{
    private const string Key = "offset";
    private readonly TimeProvider _real;
    private readonly Table<long> _kept;

    public SandboxClock(TimeProvider real, Journal journal)
    {
        _real = real;
        _kept = journal.Open<long>("clock");
    }

    public TimeSpan Offset => TimeSpan.FromSeconds(_kept.Find(Key));

    public static TimeSpan China { get; } = TimeSpan.FromHours(8);

    public override DateTimeOffset GetUtcNow() => _real.GetUtcNow() + Offset;

    /// <summary>Now on a clock in China, where the platform's days and months begin.</summary>
    public DateTimeOffset InChina() => GetUtcNow().ToOffset(China);

    public long UnixSeconds() => GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Moves the clock to this distance from the real one; whole seconds.</summary>
    public void MoveTo(TimeSpan offset) => _kept.Put(Key, (long)Math.Round(offset.TotalSeconds));

    public void MoveTo(DateTimeOffset moment) => MoveTo(moment - _real.GetUtcNow());
}
