using System.Globalization;
using UnionBot.Core.Cases;

namespace UnionBot.Web.Commands.Cases;

/// <summary>Prints one case on a terminal: what it is about, what was done, what was said.</summary>
/// <param name="full">Whether long texts of the bot are printed whole; else a line of each.</param>
internal sealed class CaseFilePrinter(TextWriter output, bool full)
{
    private const string Indent = "                            ";

    /// <summary>Letters of a text of the bot that say what it was.</summary>
    private const int LongestLine = 40;

    /// <param name="reader">The member of staff who reads it.</param>
    public async Task PrintAsync(CaseFile file, long reader)
    {
        foreach (var (name, words) in Head(file, reader)) await output.WriteLineAsync($"{name,-8}  {words}");

        await output.WriteLineAsync("-- history");
        foreach (var deed in file.Events) await output.WriteLineAsync(Line(deed));

        await output.WriteLineAsync("-- transcript");
        foreach (var line in file.Transcript) await output.WriteLineAsync(Line(line));
        if (!full && file.Transcript.Any(IsLong)) await output.WriteLineAsync("-- long texts of the bot are shortened; whole: --full");
    }

    private static IEnumerable<(string Name, string Words)> Head(CaseFile file, long reader)
    {
        var @case = file.Case;
        yield return ("case", string.Create(CultureInfo.InvariantCulture, $"{@case.Id}  {CaseWords.OfKind(@case.Kind)}"));
        yield return ("state", StateOf(file));
        yield return ("person", PersonOf(file));
        yield return ("since", StaffWork.Show(@case.OpenedAt));
        if (@case is { DueAt: { } due, Status: not CaseStatus.Closed }) yield return ("due", StaffWork.Show(due));
        if (@case.Subject is { } subject) yield return ("about", subject);
        if (file.Doubt is { } doubt) yield return ("answer", CaseWords.OfDoubt(doubt));
        yield return ("next", CaseWords.OfNextStep(@case, reader));
    }

    private static string StateOf(CaseFile file)
    {
        var owner = file is { Owner: { } name, Case.AssigneeId: { } staff } ? $"{StaffWork.Clean(name)} (staff {staff})" : "nobody";
        return file.Case switch
        {
            { Status: CaseStatus.Closed, ClosedAt: { } closed } => $"closed {StaffWork.Show(closed)} by {owner}",
            { Status: CaseStatus.Claimed } => $"in the hands of {owner}",
            _ => "open, nobody works on it",
        };
    }

    private static string PersonOf(CaseFile file)
    {
        var where = file.Channel == "web" ? "in the web chat" : "in WeChat";
        var left = file.HasLeft ? "; can no longer be written to" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{file.Case.PersonId.Value}, writes {where}{left}");
    }

    private static string Line(CaseEvent deed) =>
        $"{StaffWork.Show(deed.At)}  {deed.Deed.ToString().ToLowerInvariant(),-8}  {StaffWork.Clean($"{deed.Staff}  {deed.Note}".TrimEnd(), Indent)}";

    private string Line(TranscriptLine line)
    {
        var text = full || !IsLong(line) ? StaffWork.Clean(line.Text, Indent) : Shortened(line.Text);
        var remark = line.Fate is { } fate ? CaseWords.OfFate(fate) : line.Kind is { } kind ? CaseWords.OfInput(kind) : "";
        var end = remark.Length > 0 ? $"  [{remark}]" : "";
        return $"{StaffWork.Show(line.At)}  {line.Voice.ToString().ToLowerInvariant(),-8}  {text}{end}";
    }

    private static bool IsLong(TranscriptLine line) =>
        line.Voice is TranscriptVoice.Bot && (line.Text.Length > LongestLine || line.Text.Contains('\n', StringComparison.Ordinal));

    private static string Shortened(string text)
    {
        var line = text.Split('\n', 2)[0];
        return StaffWork.Clean(line[..Math.Min(line.Length, LongestLine)]) + "…";
    }
}
