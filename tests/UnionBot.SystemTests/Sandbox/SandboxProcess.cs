using UnionBot.Sandbox.Setup;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Sandbox;

/// <summary>The stand-in's program in a process of its own that can be killed.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly ChildProgram _program;

    private SandboxProcess(ChildProgram program, Uri address) =>
        (_program, Http) = (program, new HttpClient { BaseAddress = address });

    public HttpClient Http { get; }

    /// <summary>Starts it over a data folder.</summary>
    public static async Task<SandboxProcess> StartAsync(string folder, string callback)
    {
        string[] arguments =
            [.. SandboxUnderTest.Arguments(folder, callback), "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"];
        var program = ChildProgram.Start(typeof(SandboxApp).Assembly, arguments);
        return new SandboxProcess(program, new Uri(await program.ReadAfterAsync("Now listening on: ")));
    }

    public void Kill() => _program.Kill();

    public void Dispose()
    {
        Http.Dispose();
        _program.Dispose();
    }
}
