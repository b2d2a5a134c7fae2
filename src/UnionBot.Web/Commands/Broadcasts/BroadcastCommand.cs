using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Services.Broadcasts;
using UnionBot.Web.Console.Broadcasts;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Commands.Broadcasts;

/// <summary>
/// Broadcasts (群发) by commands. Nobody answers here for who has no role: one writes and another releases, whoever runs commands on the server.
/// </summary>
internal sealed class BroadcastCommand : IBotCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Command Describe() => new("broadcast", "One text to many (群发): written by one, released by another, sent when its window opens.")
    {
        Create(),
        Deed("approve", "Release a draft that others wrote.", BroadcastEndpoints.Releasers, (register, number, seen, reason, staff, ct) => register.ApproveAsync(number, seen, reason, staff, ct)),
        Deed("pause", "Tell nobody more until it is resumed.", BroadcastEndpoints.Steerers, (register, number, seen, reason, staff, ct) => register.PauseAsync(number, seen, reason, staff, ct)),
        Deed("resume", "Go on with one that was paused.", BroadcastEndpoints.Steerers, (register, number, seen, reason, staff, ct) => register.ResumeAsync(number, seen, reason, staff, ct)),
        Deed("cancel", "End it for good.", BroadcastEndpoints.Steerers, (register, number, seen, reason, staff, ct) => register.CancelAsync(number, seen, reason, staff, ct)),
        Status(),
    };

    private static Command Create()
    {
        var file = new Option<FileInfo>("--file") { Description = "YAML: title, channel, purpose, audience, text or draft, window.", HelpName = "file", Required = true };
        var who = StaffWork.As();
        var command = new Command("create", "Keep a new draft from a file. Prints its number.") { file, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, BroadcastEndpoints.Writers, async staff =>
        {
            var path = parsed.GetValue(file)!.FullName;
            if (OrdinaryFile.FaultOf(path) is { } fault) return await StaffWork.RefuseAsync(parsed, fault);

            var (read, problems) = (BroadcastFile.Read(path), new List<BroadcastProblem>());
            var content = await context.Services.GetRequiredService<BroadcastTyping>().ReadAsync(read.Typed, problems, ct);
            var saved = problems.Count > 0 ? new SavedBroadcast(null, null, problems) : await Register(context).CreateAsync(content, staff, ct);
            if (saved.Refusal is { } refusal) return await StaffWork.RefuseAsync(parsed, BroadcastTexts.Of(refusal));
            if (saved.Number is not { } number) return await StaffWork.RefuseAsync(parsed, string.Join('\n', saved.Problems.Select(read.Told)));

            await context.Output.WriteLineAsync($"{number}");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Deed(
        string name, string description, ConsoleAccess access, Func<BroadcastRegister, int, int, string, long, CancellationToken, Task<BroadcastRefusal?>> deed)
    {
        var (number, who) = (Number(), StaffWork.As());
        var reason = new Option<string?>("--reason") { Description = "Why; goes into the audit. Without: the title.", HelpName = "text" };
        var command = new Command(name, description) { number, who, reason };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, access, async staff =>
        {
            var (register, id) = (Register(context), parsed.GetValue(number));
            if (await register.FindAsync(id, staff, ct) is not { } broadcast)
                return await StaffWork.RefuseAsync(parsed, BroadcastTexts.Of(BroadcastRefusal.Unknown));
            if (await deed(register, id, broadcast.Version, parsed.GetValue(reason) ?? broadcast.Title, staff, ct) is { } refusal)
                return await StaffWork.RefuseAsync(parsed, BroadcastTexts.Of(refusal));

            await context.Output.WriteLineAsync($"Broadcast {id}: {name} is done.");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Status()
    {
        var number = Number();
        var command = new Command("status", "Show as JSON how far it is, and how many people have which fate and why.") { number };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var id = parsed.GetValue(number);
            if (await context.Services.GetRequiredService<UnionDb>().Set<Broadcast>().FindAsync([id], ct) is not { } broadcast)
                return await StaffWork.RefuseAsync(parsed, $"There is no broadcast {id}.");

            var counts = broadcast.StartedAt is null ? [] : await context.Services.GetRequiredService<MassLedger>().CountsAsync(id, ct);
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(
                new
                {
                    number = id,
                    title = broadcast.Title,
                    state = Kebab.Of(broadcast.State),
                    version = broadcast.Version,
                    approvedBy = broadcast.ApprovedBy,
                    startedAt = broadcast.StartedAt,
                    endedAt = broadcast.EndedAt,
                    people = counts.Sum(c => c.People),
                    counts = counts.Select(c => new { route = Kebab.Of(c.Route), state = Kebab.Of(c.Status), reason = Kebab.Of(c.Reason), error = c.ErrorCode, people = c.People }),
                },
                Json));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Argument<int> Number() => new("number") { Description = "The number of the broadcast." };

    private static BroadcastRegister Register(CommandContext context) => context.Services.GetRequiredService<BroadcastRegister>();
}
