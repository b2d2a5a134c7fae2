namespace UnionBot.Web.Setup.Settings;

/// <summary>How staff sign in to <c>/console</c>.</summary>
internal sealed record ConsoleOptions : ISettings
{
    /// <summary>So many different characters a password has at least.</summary>
    public const int DifferentLetters = 5;

    private const int MinutesADay = 24 * 60;

    public static string Section => "Console";

    /// <summary>So long after the last click a session ends, in minutes.</summary>
    public int IdleMinutes { get; init; } = 30;

    /// <summary>So long after sign-in it ends in any case, in hours.</summary>
    public int LongestHours { get; init; } = 12;

    /// <summary>So many wrong passwords or codes in a row, and the account is locked for a while.</summary>
    public int TriesBeforeLockOut { get; init; } = 5;

    /// <summary>For so long, in minutes.</summary>
    public int LockOutMinutes { get; init; } = 15;

    /// <summary>How often passwords and codes may be tried from one address, a minute; all staff of an office may share one.</summary>
    public int TriesPerAddressAndMinute { get; init; } = 30;

    /// <summary>So many characters a password has at least.</summary>
    public int ShortestPassword { get; init; } = 10;

    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);

    public TimeSpan Longest => TimeSpan.FromHours(LongestHours);

    public IEnumerable<Problem> Problems()
    {
        if (IdleMinutes is < 1 or > MinutesADay) yield return new(nameof(IdleMinutes), "1 to 1440 minutes");
        if (LongestHours is < 1 or > 72) yield return new(nameof(LongestHours), "1 to 72 hours");
        if (TriesBeforeLockOut is < 3 or > 20) yield return new(nameof(TriesBeforeLockOut), "3 to 20");
        if (LockOutMinutes is < 1 or > MinutesADay) yield return new(nameof(LockOutMinutes), "1 to 1440 minutes");
        if (TriesPerAddressAndMinute is < 5 or > 100_000) yield return new(nameof(TriesPerAddressAndMinute), "5 to 100000");
        if (ShortestPassword is < 8 or > 64) yield return new(nameof(ShortestPassword), "8 to 64");
    }
}
