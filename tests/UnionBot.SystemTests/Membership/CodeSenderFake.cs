using System.Collections.Concurrent;
using UnionBot.Web.Channels.Sms;

namespace UnionBot.SystemTests.Membership;

/// <summary>A provider of short messages that takes, refuses, or cannot be reached.</summary>
internal sealed class CodeSenderFake : ICodeSender
{
    private int _tries;

    public ConcurrentQueue<(string Phone, string Text)> Sent { get; } = new();

    public int Tries => _tries;

    public bool Refuses { get; set; }

    public bool Throws { get; set; }

    public Task<bool> TrySendAsync(string phone, string code, string text, CancellationToken ct)
    {
        Interlocked.Increment(ref _tries);
        if (Throws) throw new HttpRequestException("not reached");
        if (!Refuses) Sent.Enqueue((phone, text));
        return Task.FromResult(!Refuses);
    }
}
