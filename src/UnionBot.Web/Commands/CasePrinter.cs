using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Services.Membership.Retention;

namespace UnionBot.Web.Commands;

/// <summary>Prints cases on a terminal.</summary>
internal static class CasePrinter
{
    private const string Indent = "                            ";

    public static string Line(Case @case)
    {
        var who = @case.AssigneeId is { } staff ? $"staff {staff}" : "nobody";
        var due = @case is { DueAt: { } at, Status: not CaseStatus.Closed } ? $"  due {StaffWork.Show(at)}" : "";
        return $"{@case.Id,6}  {StaffWork.Show(@case.OpenedAt)}  {@case.Status,-7}  {who,-9}  {@case.Kind}  {@case.Subject}".TrimEnd() + due;
    }

    public static string Line(PhoneListLine line)
    {
        var why = line.UnfollowedAt is { } at ? $"unfollowed {StaffWork.Show(at)}" : "asked to be forgotten";
        var held = line.HeldBy is { } hold ? $"not erased: {hold}" : "nothing holds";
        var cases = line.Cases.Count == 0 ? "none" : string.Join(", ", line.Cases);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{line.Phone?.Value ?? "no phone",-11}  {why}  erased on {line.ErasedOn:yyyy-MM-dd}  {held}  cases {cases}");
    }

    public static async Task PrintAsync(CaseFile file, TextWriter output)
    {
        await output.WriteLineAsync(Line(file.Case));
        if (file.Case.ClosedAt is { } closed) await output.WriteLineAsync($"closed {StaffWork.Show(closed)}");

        await output.WriteLineAsync("-- history");
        foreach (var deed in file.Events)
            await output.WriteLineAsync($"{StaffWork.Show(deed.At)}  {deed.Deed,-8}  {StaffWork.Clean($"{deed.Staff}  {deed.Note}".TrimEnd(), Indent)}");

        await output.WriteLineAsync("-- transcript");
        foreach (var line in file.Transcript)
            await output.WriteLineAsync($"{StaffWork.Show(line.At)}  {line.Voice,-8}  {StaffWork.Clean(line.Text, Indent)}{Remark(line)}");
    }

    private static string Remark(TranscriptLine line) =>
        line.Fate is { } fate ? $"  [{fate}]" :
        line.Kind is InputKind.Text ? "" :
        $"  [{line.Kind}]";
}
