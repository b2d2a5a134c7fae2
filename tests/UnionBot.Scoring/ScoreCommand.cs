using System.CommandLine;
using System.Diagnostics;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Scoring;

/// <summary>Prints how well the bot understands: on the development sets, and with whole styles of our own left out.</summary>
internal static class ScoreCommand
{
    public static RootCommand Build()
    {
        var root = new Option<string>("--root") { Description = "The source tree.", DefaultValueFactory = _ => "." };
        var data = new Option<string?>("--data") { Description = "A folder with utterances-*.jsonl, dates-*.jsonl and knowledge*.jsonl. Default: tests/nlu." };
        var leaveOut = new Option<bool>("--leave-out") { Description = "Leave out one style after the other and score it by the rest." };
        var errors = new Option<bool>("--errors") { Description = "Print every sentence that is not understood." };
        var command = new RootCommand("Score the understanding of free Chinese.") { root, data, leaveOut, errors };
        command.SetAction(parsed =>
        {
            var watch = Stopwatch.StartNew();
            var templates = Path.Combine(parsed.GetValue(root)!, "templates");
            var loaded = InterpreterData.Load(templates);
            var read = watch.ElapsedMilliseconds;
            var interpreter = loaded.Train();
            Console.WriteLine($"{loaded.Examples.Count} examples read in {read} ms, learnt in {watch.ElapsedMilliseconds - read} ms, {interpreter.Features} features");

            watch.Restart();
            var answers = KnowledgeBook.Load(templates, interpreter);
            Console.WriteLine($"{answers.Entries.Count} answers learnt in {watch.ElapsedMilliseconds} ms");

            var folder = parsed.GetValue(data) ?? Path.Combine(parsed.GetValue(root)!, "tests", "nlu");
            var isTold = parsed.GetValue(errors);
            foreach (var file in Directory.GetFiles(folder, "utterances-*.jsonl").Order()) UtteranceReport.Print(file, interpreter, isTold);
            foreach (var file in Directory.GetFiles(folder, "dates-*.jsonl").Order()) DateReport.Print(file, interpreter, isTold);
            foreach (var file in Directory.GetFiles(folder, "knowledge*.jsonl").Order()) KnowledgeReport.Print(file, templates, loaded, isTold);
            if (parsed.GetValue(leaveOut)) LeaveOutReport.Print(loaded, isTold);
        });
        return command;
    }
}
