using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup;

/// <summary>Two doors: one for everyone, one for operators. What belongs to the one is not there behind the other.</summary>
internal static class Listeners
{
    /// <summary>Nothing larger is sent by the platform or a page of ours; in bytes.</summary>
    private const long LargestBody = 256 * 1024;

    public static void Configure(KestrelServerOptions kestrel, BotSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        foreach (var address in ListenAddress.ParseAll(settings.Get<SiteOptions>().Urls))
        {
            Listen(kestrel, address, static _ => { });
        }

        foreach (var address in ListenAddress.ParseAll(settings.Get<ManagementOptions>().Urls))
        {
            Listen(kestrel, address, static door => door.Use(Mark));
        }
    }

    /// <summary>Looks before anything is started, so that a taken port costs one line and not a stop half-way.</summary>
    /// <exception cref="SetupException">Another program listens there, or the address is none of this machine's.</exception>
    public static void RefuseTaken(BotSettings settings)
    {
        foreach (var address in ListenAddress.ParseAll(settings.Get<SiteOptions>().Urls)) RefuseTaken("Urls", address);
        foreach (var address in ListenAddress.ParseAll(settings.Get<ManagementOptions>().Urls)) RefuseTaken("Management:Urls", address);
    }

    /// <summary>
    /// Whether the request came in by the operators' door. The connection says so: a Host header could be invented.
    /// </summary>
    public static bool IsManagement(HttpContext context) => context.Features.Get<ManagementDoor>() is not null;

    private static void RefuseTaken(string setting, ListenAddress address)
    {
        var place = new IPEndPoint(address.Ip ?? IPAddress.Any, address.Port);
        try
        {
            using var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(place);
        }
        catch (SocketException failure)
        {
            throw new SetupException($"{setting}: http://{place}: {failure.Message}. Stop the other program or change the setting.", failure);
        }
    }

    private static void Listen(KestrelServerOptions kestrel, ListenAddress address, Action<ListenOptions> configure)
    {
        if (address.Ip is { } ip) kestrel.Listen(ip, address.Port, configure);
        else kestrel.ListenAnyIP(address.Port, configure);
    }

    private static ConnectionDelegate Mark(ConnectionDelegate next) => connection =>
    {
        connection.Features.Set(new ManagementDoor());
        return next(connection);
    };

    private sealed class ManagementDoor;
}
