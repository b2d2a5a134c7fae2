using UnionBot.Benchmarks;
using UnionBot.Benchmarks.Mass;
using UnionBot.Benchmarks.Protocol;

if (args is [ProtocolServer.Command, var endpoint, var address])
{
    await ProtocolServer.RunAsync(endpoint, address);
    return 0;
}

if (args is [MassHost.Command])
{
    await MassHost.RunAsync();
    return 0;
}

return await BenchCommand.New().Parse(args).InvokeAsync();
