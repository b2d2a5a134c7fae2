using System.CommandLine;
using System.Globalization;
using System.Text;
using UnionBot.Chat.Understanding.Changes;
using UnionBot.Services.Knowledge.Templates;
using UnionBot.Web.Console.Sentences;

namespace UnionBot.Web.Commands;

/// <summary>Staff's work on files of the templates while the bot runs: answers, trades, words.</summary>
internal sealed class TemplatesCommand : IBotCommand
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Command Describe() => new(
        "templates", "Change answers, trades and words while the bot runs: write the files with export-templates, edit one, give it to `templates change`.")
    {
        Change(),
        List(),
        Show(),
        Withdraw(),
    };

    private static Command Change()
    {
        var file = new Argument<string>("file") { Description = "The file as it is to be, in UTF-8." };
        var path = new Option<string>("--path")
        {
            Description = "Which file it is, below templates or templates/understanding: knowledge/annual-leave.md, words/trades.txt.",
            HelpName = "path",
            Required = true,
        };
        var yes = new Option<bool>("--yes") { Description = "Do it; without it you are only shown what would change." };
        var who = StaffWork.As();
        var command = new Command("change", "Change a file, or add an answer; all hosts know it within seconds.") { file, path, who, yes };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, SentenceEndpoints.Teachers, async staff =>
        {
            if (Read(parsed.GetRequiredValue(file), out var fault) is not { } text) return await StaffWork.RefuseAsync(parsed, fault);

            var outcome = await context.Services.GetRequiredService<TemplateDesk>()
                .ChangeAsync(TemplatePath.Of(parsed.GetRequiredValue(path)), text, staff, parsed.GetValue(yes), ct);
            if (outcome.Refusal is { } refusal) return await StaffWork.RefuseAsync(parsed, refusal);

            foreach (var line in outcome.Lines) await context.Output.WriteLineAsync(StaffWork.Clean(line));
            await context.Output.WriteLineAsync(outcome.Number is { } number
                ? Line($"Change {number} is in force on all hosts within seconds.")
                : "Nothing is changed yet. If these lines are right, give the same command with --yes.");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Show all changes, the latest first.");
        command.SetBotAction(async (context, _, ct) =>
        {
            foreach (var change in await Book(context).ListAsync(ct))
            {
                await context.Output.WriteLineAsync(Line(
                    $"{change.Number,6}  {StaffWork.Show(change.ChangedAt)}  staff {change.Staff}  {change.Path} version {change.Version}{(change.IsInForce ? "" : ", over")}"));
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Show()
    {
        var number = StaffWork.Number("change");
        var command = new Command("show", "Print the file of a change, also of one that is over: give it to `templates change` to have it again.") { number };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            if (await Book(context).FindAsync(parsed.GetValue(number), ct) is not { } change)
                return await StaffWork.RefuseAsync(parsed, Line($"There is no change {parsed.GetValue(number)}; see: templates list"));

            await context.Output.WriteAsync(change.Text);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Withdraw()
    {
        var (number, who) = (StaffWork.Number("change"), StaffWork.As());
        var command = new Command("withdraw", "Take a change back: the file that came with the bot is in force again.") { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, SentenceEndpoints.Teachers, async staff =>
        {
            if (await context.Services.GetRequiredService<TemplateDesk>().WithdrawAsync(parsed.GetValue(number), staff, ct) is { } fault)
                return await StaffWork.RefuseAsync(parsed, fault);

            await context.Output.WriteLineAsync("Done.");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    /// <returns>Null when it cannot be read.</returns>
    private static string? Read(string file, out string fault)
    {
        fault = OrdinaryFile.FaultOf(file) ?? "";
        if (fault.Length > 0) return null;

        try
        {
            return File.ReadAllText(file, Utf8);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            fault = failure.Message;
        }
        catch (DecoderFallbackException)
        {
            fault = $"{file} is no UTF-8; save it as UTF-8.";
        }

        return null;
    }

    private static StaffTemplateBook Book(CommandContext context) => context.Services.GetRequiredService<StaffTemplateBook>();

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
