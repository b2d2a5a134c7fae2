using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Broadcasts;

/// <summary>What nobody asked for, with how to stop it.</summary>
/// <param name="Text">As staff wrote it.</param>
public sealed record CampaignMessage(string Text) : IReply, ISampled<CampaignMessage>
{
    public static IReadOnlyList<CampaignMessage> Samples => [new("夏送清凉开始啦：7月18日起，各驿站免费领清凉包。")];
}

/// <summary>About something of their own that people are waiting for.</summary>
/// <param name="Text">As staff wrote it.</param>
public sealed record ServiceMessage(string Text) : IReply, ISampled<ServiceMessage>
{
    public static IReadOnlyList<ServiceMessage> Samples => [new("您预约的咨询改到电话进行，时间不变。")];
}

/// <summary>To a member of staff who wants to see it on their own phone.</summary>
/// <param name="Text">As people get it.</param>
public sealed record TestOfBroadcast(long Number, string Text) : IReply, ISampled<TestOfBroadcast>
{
    public static IReadOnlyList<TestOfBroadcast> Samples => [new(7, "夏送清凉开始啦：7月18日起，各驿站免费领清凉包。")];
}

/// <summary>Which draft a preview shows, in the one line that the edge reads.</summary>
public sealed record PreviewedDraft(string MediaId) : IReply, ISampled<PreviewedDraft>
{
    public static IReadOnlyList<PreviewedDraft> Samples => [new("media-1")];
}

/// <summary>To those who wrote and released it: it stopped by itself, and somebody has to look.</summary>
public sealed record BroadcastPaused(long Number, string Title) : IReply, ISampled<BroadcastPaused>
{
    public static IReadOnlyList<BroadcastPaused> Samples => [new(7, "夏送清凉")];
}

/// <summary>To the same: its articles are not what was released any more, so it was not sent.</summary>
public sealed record BroadcastRecalled(long Number, string Title) : IReply, ISampled<BroadcastRecalled>
{
    public static IReadOnlyList<BroadcastRecalled> Samples => [new(7, "夏送清凉")];
}
