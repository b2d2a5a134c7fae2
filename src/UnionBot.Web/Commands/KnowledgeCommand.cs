using System.CommandLine;
using System.Globalization;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Knowledge.Review;
using UnionBot.Services.Knowledge.Templates;
using UnionBot.Web.Console.Sentences;

namespace UnionBot.Web.Commands;

/// <summary>Staff's work on what the bot understands: look at what it did not, and teach it.</summary>
internal sealed class KnowledgeCommand : IBotCommand
{
    public Command Describe() => new("knowledge", "What the bot understands and answers (知识).")
    {
        new Command("review", "Sentences that nobody understood; never from talks about law or hardship, numbers masked.")
        {
            List(),
            Show(),
            Decide("drop", "It teaches nothing.", (review, number, staff, ct) => review.DropAsync(number, staff, ct)),
            AddReviewed(),
        },
        AddOwn(),
        Decide("withdraw", "A sentence that was added teaches nothing any longer.", (review, number, staff, ct) => review.WithdrawAsync(number, staff, ct)),
        Added(),
        Conflicts(),
    };

    private static Command List()
    {
        var who = StaffWork.As();
        var command = new Command("list", "Show what waits, the most frequent first; that you read it is in the audit.") { who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, SentenceEndpoints.Readers, async staff =>
        {
            var waiting = await Review(context).ListAsync(staff, ct);
            foreach (var sentence in waiting)
                await context.Output.WriteLineAsync(Line($"{sentence.Number,6}  {sentence.Times,4}×  {StaffWork.Show(sentence.SeenAt)}  {StaffWork.Clean(sentence.Text)}"));

            if (waiting.Count == 0) await context.Output.WriteLineAsync("Nothing waits for review.");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Show()
    {
        var (number, who) = (StaffWork.Number("sentence"), StaffWork.As());
        var command = new Command("show", "Show a sentence that waits and what the bot makes of it; that you read it is in the audit.") { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, SentenceEndpoints.Readers, async staff =>
        {
            if (await Review(context).ShowAsync(parsed.GetValue(number), staff, ct) is not { } sentence)
                return await StaffWork.RefuseAsync(parsed, Line($"No sentence {parsed.GetValue(number)} waits."));

            await context.Services.GetRequiredService<StaffKnowledge>().TakeUpAsync(learn: true, ct);
            await context.Output.WriteLineAsync(StaffWork.Clean(sentence.Text));
            await context.Output.WriteLineAsync(Line($"Said {sentence.Times} times, last on {StaffWork.Show(sentence.SeenAt)}."));
            var understanding = context.Services.GetRequiredService<CurrentUnderstanding>().Value;
            foreach (var guess in SentenceGuesses.Of(understanding, sentence.Text, sentence.SeenAt)) await context.Output.WriteLineAsync(guess);
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command AddReviewed()
    {
        var (number, target, who) = (StaffWork.Number("sentence"), Target(), StaffWork.As());
        var command = new Command("add", "Teach that it means an intent or asks for an answer; all hosts know it within seconds.") { number, target, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, SentenceEndpoints.Teachers, async staff => await SayAsync(
            context, parsed, await Review(context).AddAsync(parsed.GetValue(number), parsed.GetRequiredValue(target), staff, ct)), ct));
        return command;
    }

    private static Command AddOwn()
    {
        var text = new Argument<string>("sentence") { Description = "As people say it." };
        var (target, who) = (Target(), StaffWork.As());
        var command = new Command("add", "Teach a sentence of your own; all hosts know it within seconds.") { text, target, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, SentenceEndpoints.Teachers, async staff => await SayAsync(
            context, parsed, await Review(context).AddOwnAsync(parsed.GetRequiredValue(text), parsed.GetRequiredValue(target), staff, ct)), ct));
        return command;
    }

    private static Command Decide(string name, string description, Func<KnowledgeReview, long, long, CancellationToken, Task<ReviewFault?>> decide)
    {
        var (number, who) = (StaffWork.Number("sentence"), StaffWork.As());
        var command = new Command(name, description) { number, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, SentenceEndpoints.Teachers, async staff =>
            await SayAsync(context, parsed, await decide(Review(context), parsed.GetValue(number), staff, ct)), ct));
        return command;
    }

    private static Command Added()
    {
        var command = new Command("added", "Show the sentences that staff added and that are in force.");
        command.SetBotAction(async (context, parsed, ct) =>
        {
            foreach (var (number, sentence) in await Book(context).ReadAsync(ct))
                await context.Output.WriteLineAsync(Line($"{number,6}  {sentence.Target}  {StaffWork.Clean(sentence.Text)}"));

            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Conflicts()
    {
        var command = new Command("conflicts", "Show what staff changed or added and the files of this version speak against, and how to settle it.");
        command.SetBotAction(async (context, _, ct) =>
        {
            var changed = await context.Services.GetRequiredService<StaffTemplateBook>().ReadAsync(ct);
            var set = context.Services.GetRequiredService<TemplateReader>().Read(changed);
            foreach (var (version, reason, isInForce) in set.Conflicts)
            {
                await context.Output.WriteLineAsync(Line(
                    $"Change {version.Number} of {version.Path} is {(isInForce ? "in force all the same" : "left out, the shipped file is in force")}: {StaffWork.Clean(reason)}"));
                await context.Output.WriteLineAsync(Line(
                    $"        take it back: templates withdraw {version.Number}; or make it anew: export-templates FOLDER, edit, templates change FILE --path {version.Path}"));
            }

            var added = await Book(context).ReadAsync(ct);
            var sentences = set.Files.ConflictsWith([.. added.Select(a => a.Sentence)]);
            foreach (var (sentence, reason) in sentences)
            {
                var number = added.First(a => a.Sentence == sentence).Number;
                await context.Output.WriteLineAsync(Line(
                    $"Sentence {number} of {sentence.Target} is left out: {StaffWork.Clean(sentence.Text)}: {reason}\n        take it back: knowledge withdraw {number}"));
            }

            return set.Conflicts.Count + sentences.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
        });
        return command;
    }

    private static Option<string> Target() => new("--to")
    {
        Description = "intent/NAME, urgent/NAME (people in danger; files of templates/understanding), or answer/ID (a file of templates/knowledge).",
        HelpName = "target",
        Required = true,
    };

    private static async Task<int> SayAsync(CommandContext context, ParseResult parsed, ReviewFault? fault)
    {
        if (fault is not null) return await StaffWork.RefuseAsync(parsed, fault.Words);

        await context.Output.WriteLineAsync("Done.");
        return ExitCodes.Ok;
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private static KnowledgeReview Review(CommandContext context) => context.Services.GetRequiredService<KnowledgeReview>();

    private static AddedSentenceBook Book(CommandContext context) => context.Services.GetRequiredService<AddedSentenceBook>();
}
