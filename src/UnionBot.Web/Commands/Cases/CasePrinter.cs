using System.Globalization;
using UnionBot.Core.Cases;
using UnionBot.Services.Membership.Retention;

namespace UnionBot.Web.Commands.Cases;

/// <summary>Prints lists of cases on a terminal.</summary>
internal static class CasePrinter
{
    public static string Line(ListedCase listed)
    {
        var @case = listed.Case;
        var who = @case.AssigneeId is { } staff ? $"staff {staff}" : "nobody";
        var due = @case is { DueAt: { } at, Status: not CaseStatus.Closed } ? $"  due {StaffWork.Show(at)}" : "";
        var doubt = listed.Doubt is { } why ? $"  the answer: {CaseWords.OfDoubt(why)}" : "";
        return $"{@case.Id,6}  {StaffWork.Show(@case.OpenedAt)}  {@case.Status,-7}  {who,-9}  {@case.Kind}  {@case.Subject}".TrimEnd() + due + doubt;
    }

    /// <param name="phone">Given for the call of this case.</param>
    public static string Line(long number, string phone) =>
        string.Create(CultureInfo.InvariantCulture, $"{phone,-11}  given for the call of case {number}");

    public static string Line(PhoneListLine line)
    {
        var why = line.UnfollowedAt is { } at ? $"unfollowed {StaffWork.Show(at)}" : "asked to be forgotten";
        var held = line.HeldBy is { } hold ? $"not erased: {hold}" : "nothing holds";
        var cases = line.Cases.Count == 0 ? "none" : string.Join(", ", line.Cases);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{line.Phone?.Value ?? "no phone",-11}  {why}  erased on {line.ErasedOn:yyyy-MM-dd}  {held}  cases {cases}");
    }
}
