namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>
/// The times at which consultations can begin within a block: one behind the other with their rests between, from the block's
/// beginning, and again from the end of whatever is in the way. So what is booked leaves no gaps that nobody can use.
/// </summary>
internal static class BlockTimes
{
    /// <summary>Behind something in the way it goes on at a time that can be said: full ten minutes.</summary>
    private static readonly TimeSpan Grid = TimeSpan.FromMinutes(10);

    /// <param name="busy">What is in the way, in order.</param>
    public static IEnumerable<DateTimeOffset> Of(WorkBlock block, TimeSpan length, TimeSpan before, TimeSpan after, IReadOnlyList<BusyTime> busy)
    {
        var start = block.StartsAt;
        while (start + length <= block.EndsAt)
        {
            var (from, until) = (start - before, start + length + after);
            if (busy.FirstOrDefault(b => b.Meets(from, until)) is { } inTheWay)
            {
                start = RoundUp(inTheWay.Until + before);
                continue;
            }

            yield return start;
            start = until + before;
        }
    }

    /// <summary>From when on the times of a block are kept for the urgent: so many of its last as the share says, as if nothing were booked.</summary>
    public static DateTimeOffset UrgentFrom(WorkBlock block, TimeSpan length, TimeSpan before, TimeSpan after, double share)
    {
        DateTimeOffset[] all = [.. Of(block, length, before, after, [])];
        var kept = (int)Math.Round(all.Length * share, MidpointRounding.AwayFromZero);
        return kept == 0 ? DateTimeOffset.MaxValue : all[^kept];
    }

    private static DateTimeOffset RoundUp(DateTimeOffset moment)
    {
        var over = moment.Ticks % Grid.Ticks;
        return over == 0 ? moment : moment.AddTicks(Grid.Ticks - over);
    }
}
