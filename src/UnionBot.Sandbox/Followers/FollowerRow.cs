using System.Runtime.InteropServices;

namespace UnionBot.Sandbox.Followers;

/// <summary>
/// What is known of every follower, 48 bytes each so that a million fit into 48 MB; moments are unix seconds of the
/// sandbox's clock, 0 = never.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct FollowerRow
{
    public uint SubscribedAt;

    /// <summary>End of the 48 hours after the follower's last message.</summary>
    public uint MessageWindowEnds;

    /// <summary>End of the minute after the last tap, follow or scan.</summary>
    public uint TapWindowEnds;

    public uint LastContactAt;

    public uint TypingUntil;

    /// <summary>Year × 12 + month to which <see cref="MassCount"/> belongs.</summary>
    public ushort MassMonth;

    public byte MassCount;

    public byte MessagesLeft;

    public byte TapsLeft;

    public FollowerFlags Flags;

    public SubscribeScene Scene;

    private readonly byte _reserved;

    /// <summary>One bit for each of the account's tags, 0 to 63 and 64 to 127.</summary>
    public ulong TagsLow;

    public ulong TagsHigh;

    public readonly bool Follows => (Flags & FollowerFlags.Follows) != 0;

    public readonly bool IsBlacklisted => (Flags & FollowerFlags.Blacklisted) != 0;

    public readonly bool RefusesMessages => (Flags & FollowerFlags.RefusesMessages) != 0;

    public readonly bool HasTag(int bit) => ((bit < 64 ? TagsLow >> bit : TagsHigh >> (bit - 64)) & 1) != 0;

    public void SetTag(int bit, bool on)
    {
        var mask = 1UL << (bit & 63);
        if (bit < 64) TagsLow = on ? TagsLow | mask : TagsLow & ~mask;
        else TagsHigh = on ? TagsHigh | mask : TagsHigh & ~mask;
    }
}
