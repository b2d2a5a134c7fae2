using System.CommandLine;
using UnionBot.Core.Audit;
using UnionBot.Core.Jobs;
using UnionBot.Web.Console.Jobs;

namespace UnionBot.Web.Commands;

/// <summary>The jobs: how they ran, when they run next, and a run besides the planned ones.</summary>
internal sealed class JobsCommand : IBotCommand
{
    private const int MostRuns = 20;
    private const int MostQueued = 100;

    public Command Describe() => new("jobs", "What the bot does by itself: when it ran last, when it runs next, what failed.")
    {
        List(),
        Runs(),
        Queue(),
        Run(),
    };

    private static Command List()
    {
        var command = new Command("list", "Show all jobs; times are those of the bot's clock, in China.");
        command.SetBotAction(async (context, _, ct) =>
        {
            foreach (var line in await Board(context).ListAsync(ct))
            {
                var last = line.LastRun is { } run ? Told(run) : "never run";
                var next = line.RunningOn is { } host ? $"running on {host}" : $"next {StaffWork.Show(line.NextDue)}";
                var failing = line.Failures > 0 ? $"  FAILED {line.Failures} times in a row" : "";
                await context.Output.WriteLineAsync($"{line.Name,-32}  {next}  last: {last}{failing}");
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Runs()
    {
        var name = Name();
        var command = new Command("runs", $"Show the last {MostRuns} runs of a job, or of a kind of queued work.") { name };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            foreach (var run in await Board(context).RunsAsync(parsed.GetValue(name)!, MostRuns, ct))
                await context.Output.WriteLineAsync(Told(run));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Queue()
    {
        var command = new Command("queue", $"Show the first {MostQueued} pieces of work that wait to be done once.");
        command.SetBotAction(async (context, _, ct) =>
        {
            foreach (var job in await Board(context).QueueAsync(MostQueued, ct))
            {
                var failing = job.Failures > 0 ? $"  FAILED {job.Failures} times, last by {job.Error}" : "";
                await context.Output.WriteLineAsync($"{job.Id,7}  {job.Name,-32}  {StaffWork.Show(job.Due)}{failing}");
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Run()
    {
        var (name, who) = (Name(), StaffWork.As());
        var command = new Command("run", "Let the running bot do a job within seconds: what is due of it, or its last planned moment once more.")
        {
            name, who,
        };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, JobEndpoints.Runners, async staff =>
        {
            var job = parsed.GetValue(name)!;
            var requests = context.Services.GetRequiredService<JobRequests>();
            if (!await requests.RunNowAsync(job, AuditActor.Staff(staff), ct))
                return await StaffWork.RefuseAsync(parsed, $"There is no job \"{job}\"; see: jobs list");

            await context.Output.WriteLineAsync($"{job} runs within seconds while the bot does. How it went: jobs runs {job}");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "The job, such as vacancies/expire; see: jobs list" };

    private static string Told(JobRun run) =>
        $"{StaffWork.Show(run.Due)}: " + (run.Error is { } error ? $"failed by {error}" : $"{run.Done} done, {run.Skipped} skipped");

    private static JobBoard Board(CommandContext context) => context.Services.GetRequiredService<JobBoard>();
}
