using System.Collections.Concurrent;
using System.Threading.Channels;

namespace UnionBot.Sandbox.Timeline;

/// <summary>Tells open pages and waiting tests that something changed; what changed they read themselves.</summary>
internal sealed class BubbleFeed
{
    private readonly ConcurrentDictionary<Channel<string>, byte> _listeners = new();

    /// <summary>Topics: an openid, <c>clock</c>, <c>menu</c>, <c>sms</c>, <c>followers</c>.</summary>
    public void Announce(string topic)
    {
        foreach (var listener in _listeners.Keys) listener.Writer.TryWrite(topic);
    }

    public Subscription Listen() => new(this);

    /// <summary>Hears every announcement from its making to its disposal; a slow listener loses the oldest.</summary>
    public sealed class Subscription : IDisposable
    {
        private readonly BubbleFeed _feed;
        private readonly Channel<string> _channel = Channel.CreateBounded<string>(
            new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest });

        internal Subscription(BubbleFeed feed)
        {
            _feed = feed;
            feed._listeners[_channel] = 0;
        }

        public IAsyncEnumerable<string> TopicsAsync(CancellationToken ct) => _channel.Reader.ReadAllAsync(ct);

        public void Dispose() => _feed._listeners.TryRemove(_channel, out _);
    }
}
