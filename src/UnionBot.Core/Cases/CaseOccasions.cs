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
    /// <param name="at">When they are told: of a case in which somebody calls for a person again they are told again.</param>
    public static string OfNotice(long first, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"case/{first}/notice/{at.ToUnixTimeSeconds()}");

    /// <summary>The person calls for somebody again while a member of staff works on the case; once for each pause.</summary>
    public static string OfCall(long @case, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"case/{@case}/called/{at.ToUnixTimeSeconds() / (long)CaseNotices.Pause.TotalSeconds}");

    /// <param name="entry">The answer that may not have arrived.</param>
    public static string OfUnsureAnswer(long @case, int entry) =>
        string.Create(CultureInfo.InvariantCulture, $"case/{@case}/unsure/{entry}");

    /// <summary>Whether the words were those of a member of staff.</summary>
    public static bool IsAnswer(string occasion) =>
        occasion.StartsWith(Start, StringComparison.Ordinal) && occasion.Contains(AnswerPart, StringComparison.Ordinal);
}
