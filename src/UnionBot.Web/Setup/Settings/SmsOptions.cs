namespace UnionBot.Web.Setup.Settings;

/// <summary>How one-time codes reach phones, and how many at most.</summary>
internal sealed record SmsOptions : ISettings
{
    private const int MostAllowed = 100;

    public static string Section => "Sms";

    /// <summary>Takes a POST of JSON with phone, code and text; empty for none (a demo then shows codes on its phone page).</summary>
    [Secret]
    public string Url { get; init; } = "";

    /// <summary>Sent along as a bearer token; empty for none.</summary>
    [Secret]
    public string Secret { get; init; } = "";

    public int PerPhoneAndDay { get; init; } = 5;

    public int PerPersonAndHour { get; init; } = 5;

    public IEnumerable<Problem> Problems()
    {
        if (Url.Length > 0 && !IsSafe(Url)) yield return new(nameof(Url), "an absolute https address (http only on this machine), or empty");
        if (PerPhoneAndDay is < 1 or > MostAllowed) yield return new(nameof(PerPhoneAndDay), $"between 1 and {MostAllowed}");
        if (PerPersonAndHour is < 1 or > MostAllowed) yield return new(nameof(PerPersonAndHour), $"between 1 and {MostAllowed}");
    }

    // Phone numbers and codes must not cross a network in clear.
    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
