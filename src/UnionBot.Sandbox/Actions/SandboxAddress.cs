using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace UnionBot.Sandbox.Actions;

/// <summary>Where this sandbox is reached, known once it listens.</summary>
internal sealed class SandboxAddress(IServer server)
{
    public string Of(string path) =>
        server.Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/') + path;
}
