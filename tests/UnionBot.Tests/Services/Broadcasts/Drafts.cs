using UnionBot.Services.Broadcasts;

namespace UnionBot.Tests.Services.Broadcasts;

/// <summary>Broadcasts as staff write them: for tomorrow, from nine in the morning.</summary>
internal static class Drafts
{
    /// <summary>Ten in the morning in China.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset NineTomorrow = new(2026, 3, 3, 1, 0, 0, TimeSpan.Zero);

    public static BroadcastContent Content { get; } = new(
        "春送岗位",
        BroadcastRoute.Mass,
        BroadcastPurpose.Campaign,
        "春送岗位招聘会3月7日上午在泉城广场，带身份证就能来。",
        Audience.Everybody,
        NineTomorrow,
        NineTomorrow.AddHours(9));
}
