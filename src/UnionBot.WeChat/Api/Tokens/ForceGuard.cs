namespace UnionBot.WeChat.Api;

/// <summary>The platform's limits on replacing a token by force: at least 30 s apart, at most 20 a day.</summary>
internal static class ForceGuard
{
    private const int MostADay = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    /// <summary>Null when it is allowed now, else what to do instead.</summary>
    public static SendOutcome? Refuse(AccessTokenState state, DateTimeOffset now)
    {
        if (state.ForcedAt is { } last && now - last < Pause)
        {
            return new SendOutcome(SendOutcomeKind.RetryLater) { RetryAfter = last + Pause - now, MostRetries = 5 };
        }

        // So many tokens died in one day only if somebody else uses the same account.
        return CountOn(state, now) >= MostADay
            ? new SendOutcome(SendOutcomeKind.Misconfigured) { IsAccountWide = true }
            : null;
    }

    public static AccessTokenState Count(AccessTokenState state, DateTimeOffset now) =>
        state with { ForcedAt = now, ForcedCount = CountOn(state, now) + 1 };

    private static int CountOn(AccessTokenState state, DateTimeOffset now) =>
        state.ForcedAt is { } last && Day(last) == Day(now) ? state.ForcedCount : 0;

    private static DateTime Day(DateTimeOffset moment) => moment.ToOffset(ChinaOffset).Date;
}
