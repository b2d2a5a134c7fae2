using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox;

internal static class Program
{
    /// <summary>0 after an orderly stop; 2 when the settings forbid a start.</summary>
    private static async Task<int> Main(string[] args)
    {
        try
        {
            await using var sandbox = SandboxApp.Create(args);
            await sandbox.RunAsync();
            return 0;
        }
        catch (SettingsException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 2;
        }
    }
}
