using UnionBot.Benchmarks;
using UnionBot.Benchmarks.Protocol;

if (args is [ProtocolServer.Command, var endpoint, var address])
{
    await ProtocolServer.RunAsync(endpoint, address);
    return 0;
}

return await BenchCommand.New().Parse(args).InvokeAsync();
