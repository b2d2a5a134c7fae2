using UnionBot.Sandbox.Setup;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Sandbox;

/// <summary>The stand-in's program in a process of its own that can be killed.</summary>
internal sealed class SandboxProcess : SandboxUnderTest
{
    // Without this line nobody knows where it listens.
    private static readonly string[] TellsItsAddress = ["--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"];

    private ChildProgram _program = null!;

    private SandboxProcess(TestCallback callback, string[] args) : base(callback, [.. args, .. TellsItsAddress])
    {
    }

    public static new async Task<SandboxProcess> StartAsync(params string[] args)
    {
        var sandbox = new SandboxProcess(await TestCallback.StartAsync(), args);
        await sandbox.StartAgainAsync();
        return sandbox;
    }

    /// <summary>As by kill -9; it may be started again over the same data folder.</summary>
    public void Kill()
    {
        _program.Kill();
        _program.Dispose();
        Http.Dispose();
    }

    protected override async Task<string> RunAsync(string[] arguments)
    {
        _program = ChildProgram.Start(typeof(SandboxApp).Assembly.Location, arguments);
        return await _program.ReadAfterAsync("Now listening on: ");
    }

    protected override Task EndAsync()
    {
        _program.Dispose();
        return Task.CompletedTask;
    }
}
