using System.Globalization;
using System.Net;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Pushes;

namespace UnionBot.Sandbox.Network;

/// <summary>The platform's own addresses, and its look at the callback.</summary>
internal sealed class NetworkApi(
    PushSettings settings, EnvelopeWriter envelopes, IHttpClientFactory clients, TimeProvider real)
{
    private static readonly string[] Operators = ["CHINANET", "UNICOM", "CAP", "DEFAULT"];

    public void Map(PlatformRoutes routes)
    {
        routes.Get("/cgi-bin/get_api_domain_ip", _ => Own());
        routes.Get("/cgi-bin/getcallbackip", _ => Own());
        routes.PostAsync("/cgi-bin/callback/check", CheckAsync);
    }

    private static object Own() => new { ip_list = new[] { IPAddress.Loopback.ToString() } };

    private async Task<object> CheckAsync(PlatformCall call)
    {
        var action = call.Text("action");
        var carrier = call.Text("check_operator") is { Length: > 0 } named ? named : "DEFAULT";
        if (action is not ("dns" or "ping" or "all")) throw new PlatformRefusal(40202, "invalid action");
        if (!Operators.Contains(carrier)) throw new PlatformRefusal(40203, "invalid check_operator");

        var ip = await AddressAsync(call.Http.RequestAborted);
        var answer = new Dictionary<string, object>();
        if (action != "ping") answer["dns"] = new[] { new { ip, real_operator = carrier } };
        if (action != "dns") answer["ping"] = new[] { await PingAsync(ip, carrier, call.Http.RequestAborted) };
        return answer;
    }

    private async Task<string> AddressAsync(CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(settings.Callbacks[0].DnsSafeHost, ct);
        return addresses[0].ToString();
    }

    /// <summary>Whether the callback answers at all, by the signed GET of a saved callback.</summary>
    private async Task<object> PingAsync(string ip, string carrier, CancellationToken ct)
    {
        var started = real.GetTimestamp();
        var reached = true;
        try
        {
            using var response =
                await clients.CreateClient(PushSender.ClientName).GetAsync(envelopes.Verification().Address, ct);
        }
        catch (HttpRequestException)
        {
            reached = false;
        }

        var time = real.GetElapsedTime(started).TotalMilliseconds.ToString("F3", CultureInfo.InvariantCulture);
        return new { ip, from_operator = carrier, package_loss = reached ? "0%" : "100%", time = $"{time}ms" };
    }
}
