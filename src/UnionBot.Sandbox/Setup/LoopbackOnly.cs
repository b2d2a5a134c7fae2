using System.Net;

namespace UnionBot.Sandbox.Setup;

/// <summary>
/// The addresses to listen on, all of them on this machine: the control API needs no sign-in, so it must not be
/// reachable from elsewhere.
/// </summary>
internal static class LoopbackOnly
{
    private const string Default = "http://127.0.0.1:5080";

    /// <exception cref="SettingsException">An address could be reached from another machine.</exception>
    public static string[] Addresses(IConfiguration configuration)
    {
        if (configuration.GetSection("Kestrel:Endpoints").Exists())
            throw new SettingsException("Setting Kestrel:Endpoints is not allowed; name loopback addresses by --urls.");

        var addresses = (configuration["urls"] ?? Default).Split(';', StringSplitOptions.RemoveEmptyEntries);
        foreach (var address in addresses)
        {
            if (!IsLoopback(address))
                throw new SettingsException(
                    $"Setting urls: {address} could be reached from outside. The sandbox listens on loopback only, "
                    + "for example http://127.0.0.1:5080.");
        }

        return addresses;
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == "http"
        && uri.IsLoopback
        && (uri.Host == "localhost" || IPAddress.TryParse(uri.Host.Trim('[', ']'), out _));
}
