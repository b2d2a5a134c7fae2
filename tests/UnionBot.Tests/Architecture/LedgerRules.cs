using UnionBot.Web.Channels;

namespace UnionBot.Tests.Architecture;

/// <summary>One ledger: only the sender sends, so that every message to a person is a row.</summary>
public sealed class LedgerRules
{
    private static readonly string Sender = typeof(OutboxSender).FullName!;

    /// <summary>The interface and whatever implements it.</summary>
    private static readonly HashSet<string> Channels =
    [
        .. Product.Web.GetTypes().Where(t => t.IsAssignableTo(typeof(IChannel))).Select(t => t.FullName!),
    ];

    [Fact]
    public void Only_the_sender_sends_by_a_channel()
    {
        var senders = Product.All.SelectMany(Il.Methods).Where(Sends).Select(m => m.Type).ToHashSet();

        Assert.Equal([Sender], senders);
    }

    [Fact]
    public void Only_the_sender_to_many_sends_by_a_channel_to_many()
    {
        var senders = Product.All.SelectMany(Il.Methods).Where(SendsToMany).Select(m => m.Type).ToHashSet();

        Assert.Equal([typeof(MassCalls).FullName!], senders);
    }

    [Fact]
    public void The_rule_catches_a_planted_sender() => Assert.Contains(
        Il.Methods(typeof(LedgerRules).Assembly).Where(Sends), m => m.Type.EndsWith("PlantedSender", StringComparison.Ordinal));

    private static bool SendsToMany(CompiledMethod method) => method.Calls.Any(call =>
        call.Name is nameof(IMassChannel.SendAsync) or nameof(IMassChannel.SendListAsync)
        && call.DeclaringType.FullName == typeof(IMassChannel).FullName);

    private static bool Sends(CompiledMethod method) => method.Calls.Any(call =>
        call.Name == nameof(IChannel.SendAsync) && Channels.Contains(call.DeclaringType.FullName));
}
