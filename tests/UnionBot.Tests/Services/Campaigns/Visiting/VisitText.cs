using System.Globalization;
using UnionBot.Services.Campaigns.Visiting;

namespace UnionBot.Tests.Services.Campaigns.Visiting;

/// <summary>Writes a reading in one line: <c>visited rice1 oil0 money800 by:spouse need:student-aid ?HowMany:rice</c>.</summary>
internal static class VisitText
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static string Of(VisitReading read) => string.Join(' ', Words(read).OfType<string>()) is { Length: > 0 } said ? said : "-";

    private static IEnumerable<string?> Words(VisitReading r)
    {
        yield return r.Command is { } command ? $"/{command}" : null;
        yield return r.IsAboutPrevious ? "previous" : null;
        yield return r.Household is { } h ? "at:" + (h.Number?.ToString(CultureInfo.InvariantCulture) ?? h.Name ?? h.Surname) : null;
        yield return r.HasArrived ? "arrived" : null;
        yield return r.Correction?.ToString();
        yield return r.Outcome?.ToString();
        yield return r.AllAsPlanned ? "all" : null;
        foreach (var g in r.Given) yield return g.Item.Code + Number(g.Count);
        yield return r.MoneyFen is { } fen ? "money" + Number(fen / 100m) : null;
        foreach (var s in r.Substitutes) yield return $"{s.Name}{Number(s.Count)}<{s.InsteadOf?.Code}";
        foreach (var g in r.Returned) yield return "back:" + g.Item.Code + Number(g.Count);
        yield return r.Signer is { } signer ? "by:" + signer.Relation?.Code : null;
        yield return r.IsSigned switch { true => "signed", false => "unsigned", null => null };
        yield return r.Refusal is { } why ? "why:" + (why.Reason?.Code ?? why.Words) : null;
        foreach (var c in r.Changes) yield return "change:" + c.Code;
        foreach (var n in r.Needs) yield return "need:" + n.Code;
        yield return r.NoPublicity ? "no-photo" : null;
        yield return r.Again is { } when ? $"again:{when.Date:MM-dd}{(when.Time is { } t ? $"T{t:HH\\:mm}" : "")}{(when.Part is { } p ? $"/{p}" : "")}" : null;
        yield return r.IsLate ? r.ClaimedAt is { } claimed ? $"late:{claimed.ToOffset(China):MM-dd\\THH\\:mm}" : "late" : null;
        foreach (var q in r.Unclear) yield return $"?{q.Doubt}" + (q.About is { } about ? $":{q.Item?.Code ?? about}" : "");
    }

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
