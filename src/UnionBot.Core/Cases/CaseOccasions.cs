using System.Globalization;

namespace UnionBot.Core.Cases;

/// <summary>Names in the ledger what is said because of a case, so that each is said once.</summary>
internal static class CaseOccasions
{
    private const string Start = "case/";
    private const string AnswerPart = "/answer/";

    /// <param name="entry">The entry of the case's history that is told of.</param>
    public static string OfAnswer(long @case, int entry) =>
        string.Create(CultureInfo.InvariantCulture, $"case/{@case}/answer/{entry}");

    /// <inheritdoc cref="OfAnswer"/>
    public static string OfClosing(long @case, int entry) =>
        string.Create(CultureInfo.InvariantCulture, $"case/{@case}/closed/{entry}");

    /// <param name="first">The first of the cases that staff are told of in one message.</param>
    public static string OfNotice(long first) => string.Create(CultureInfo.InvariantCulture, $"case/{first}/notice");

    /// <param name="entry">The answer that may not have arrived.</param>
    public static string OfUnsureAnswer(long @case, int entry) =>
        string.Create(CultureInfo.InvariantCulture, $"case/{@case}/unsure/{entry}");

    /// <summary>Whether the words were those of a member of staff.</summary>
    public static bool IsAnswer(string occasion) =>
        occasion.StartsWith(Start, StringComparison.Ordinal) && occasion.Contains(AnswerPart, StringComparison.Ordinal);
}
