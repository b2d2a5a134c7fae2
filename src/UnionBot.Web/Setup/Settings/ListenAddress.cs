using System.Net;

namespace UnionBot.Web.Setup.Settings;

/// <summary>One address to listen on, such as <c>http://127.0.0.1:8080</c> or <c>http://*:80</c>.</summary>
/// <param name="Ip">Null means every address of the machine.</param>
/// <param name="Port">0 means any free port.</param>
internal sealed record ListenAddress(IPAddress? Ip, int Port)
{
    public const string Allowed =
        "http:// and an IP address, localhost or *, with a port; several are separated by semicolons";

    /// <summary>How a browser on this machine reaches it: every address of the machine is no address to go to.</summary>
    public Uri Reachable => new UriBuilder("http", (IsEverywhere ? IPAddress.Loopback : Ip!).ToString(), Port).Uri;

    private bool IsEverywhere => Ip is null || Ip.Equals(IPAddress.Any) || Ip.Equals(IPAddress.IPv6Any);

    public static bool AreValid(string urls) => urls.Length > 0 && Split(urls).All(url => TryParse(url) is not null);

    /// <exception cref="FormatException">Not <see cref="AreValid"/>.</exception>
    public static IReadOnlyList<ListenAddress> ParseAll(string urls) =>
        [.. Split(urls).Select(url => TryParse(url) ?? throw new FormatException($"{url} is not {Allowed}."))];

    private static string[] Split(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ListenAddress? TryParse(string url)
    {
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return null;
        }

        if (parsed.Scheme != "http" || parsed.PathBase.Length > 0 || parsed.Port is < 0 or > IPEndPoint.MaxPort) return null;

        return parsed.Host switch
        {
            "localhost" => new(IPAddress.Loopback, parsed.Port),
            "*" or "+" => new(null, parsed.Port),
            var host => IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? new(ip, parsed.Port) : null,
        };
    }
}
