using System.Net;
using System.Net.Sockets;

namespace UnionBot.Web.Channels;

/// <summary>Where a request comes from, as far as it can be told whose it is.</summary>
internal static class ClientNetwork
{
    private const int NetworkBytes = 8;

    /// <param name="address">As the trusted proxy in front reports it; null when there is none.</param>
    /// <returns>
    /// An IPv4 address as it is; of an IPv6 address the first 64 bits, since the rest is the client's to choose anew.
    /// </returns>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }
}
