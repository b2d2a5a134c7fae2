using UnionBot.Core.Messaging;

namespace UnionBot.Web.Setup.Settings;

/// <summary>When people are left in peace with what they did not ask for. Times of the day are those of China.</summary>
internal sealed record QuietOptions : ISettings
{
    public static string Section => "Quiet";

    public TimeOnly QuietFrom { get; init; } = new(21, 30);

    public TimeOnly QuietUntil { get; init; } = new(8, 0);

    /// <summary>So long before the quiet hours comes a reminder of one's own booking or visit that is due in them.</summary>
    public TimeSpan ReminderAhead { get; init; } = TimeSpan.FromHours(1);

    public TimeOnly BroadcastFrom { get; init; } = new(8, 30);

    public TimeOnly BroadcastUntil { get; init; } = new(20, 30);

    /// <summary>To one person, over all services.</summary>
    public int PushesPerDay { get; init; } = 2;

    /// <summary>No second broadcast to one person within this time.</summary>
    public TimeSpan BetweenBroadcasts { get; init; } = TimeSpan.FromDays(7);

    public IEnumerable<Problem> Problems()
    {
        if (QuietFrom <= QuietUntil) yield return new(nameof(QuietFrom), "later in the day than QuietUntil, such as 21:30");
        if (ReminderAhead < TimeSpan.Zero || ReminderAhead >= QuietFrom - QuietUntil)
            yield return new(nameof(ReminderAhead), "a time such as 01:00:00, shorter than the day between QuietUntil and QuietFrom");
        if (BroadcastUntil <= BroadcastFrom) yield return new(nameof(BroadcastUntil), "later in the day than BroadcastFrom, such as 20:30");
        if (PushesPerDay < 1) yield return new(nameof(PushesPerDay), "1 or more");
        if (BetweenBroadcasts < TimeSpan.Zero) yield return new(nameof(BetweenBroadcasts), "a time such as 7.00:00:00");
    }

    public SendTimes ToTimes() => new()
    {
        QuietFrom = QuietFrom,
        QuietUntil = QuietUntil,
        ReminderAhead = ReminderAhead,
        BroadcastFrom = BroadcastFrom,
        BroadcastUntil = BroadcastUntil,
        PushesPerDay = PushesPerDay,
        BetweenBroadcasts = BetweenBroadcasts,
    };
}
