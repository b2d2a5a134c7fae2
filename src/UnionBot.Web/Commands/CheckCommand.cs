using System.CommandLine;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Health;
using UnionBot.Web.Setup.Logs;

namespace UnionBot.Web.Commands;

/// <summary>Looks at everything that can be wrong before people notice, and changes nothing.</summary>
internal sealed class CheckCommand : IBotCommand
{
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(20);

    public Command Describe()
    {
        var command = new Command(
            "check", "Check settings, database, keys, clock, templates and the account, and say what to do. Changes nothing.");
        command.SetEdgeAction(async (settings, parsed, ct) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync("ok    settings");

            using var logs = BotLogging.CreateFactory(settings);
            await using var ground = await HostGround.PrepareAsync(settings, logs, TimeProvider.System, ct);
            await using var services = CommandEdge.Services(ground);
            ICheck[] checks = [.. services.GetServices<IReadinessCheck>(), .. services.GetServices<IOperatorCheck>()];

            var faults = 0;
            foreach (var check in checks)
            {
                var result = await CheckResult.OfAsync(check, LongestCheck, ct);
                var onlyWarns = check is IOperatorCheck { OnlyWarns: true };
                await output.WriteLineAsync(
                    result.IsWell ? $"ok    {result.Name}" : $"{(onlyWarns ? "WARN" : "FAIL")}  {result.Name}: {result.Fault}");
                if (!result.IsWell && !onlyWarns) faults++;
            }

            foreach (var (about, text) in services.GetRequiredService<OperatorNotes>().All())
                await output.WriteLineAsync($"note  {about}: {text}");
            return faults == 0 ? ExitCodes.Ok : ExitCodes.Failed;
        });
        return command;
    }
}
