namespace UnionBot.Web.Setup.SignIn;

/// <summary>One browser in which a member of staff is signed in, or half: then the code of the second factor is still awaited.</summary>
public sealed class SignInSession
{
    public const int LongestDevice = 40;

    private SignInSession() { }

    /// <param name="hash">Of the token that only the browser's cookie holds.</param>
    /// <param name="device">What kind of machine, in plain words.</param>
    public SignInSession(byte[] hash, long account, bool awaitsCode, string device, DateTimeOffset now) =>
        (Hash, AccountId, AwaitsCode, Device, StartedAt, SeenAt) = (hash, account, awaitsCode, device, now, now);

    public byte[] Hash { get; private set; } = [];

    public long AccountId { get; private set; }

    public bool AwaitsCode { get; private set; }

    public string Device { get; private set; } = "";

    /// <summary>Real time; UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it was last used, to the minute; real time, UTC.</summary>
    public DateTimeOffset SeenAt { get; private set; }
}
