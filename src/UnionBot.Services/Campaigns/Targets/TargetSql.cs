using System.Globalization;
using System.Runtime.CompilerServices;
using UnionBot.Core.Calendar;
using UnionBot.Services.Campaigns.Households;

namespace UnionBot.Services.Campaigns.Targets;

/// <summary>
/// Whom a rule means, as a statement with parameters: <c>household_id</c>, <c>work_site_id</c>, <c>labels</c>, <c>people</c>, and
/// <c>left_out</c> (<see cref="LeftOut"/>), which is null for those to go to. The text holds what the program wrote only.
/// </summary>
internal static class TargetSql
{
    /// <param name="path">Of the organisation whose campaign it is.</param>
    /// <param name="first">The first day of the campaign, from which months before are counted.</param>
    public static FormattableString Households(AudienceRule rule, string path, DateOnly first)
    {
        var values = new List<object>();
        var lately = rule.Before is { } before
            ? $"""
               WHEN (SELECT coalesce(sum(v.paid_fen), 0) FROM visit v JOIN campaign_target t ON t.id = v.target_id
                      WHERE t.household_id = h.id AND v.state = 1 AND v.claimed_at >= {Value(values, StartOf(first.AddMonths(-before.Months)))}) >= {Value(values, before.Fen)} THEN 3
               """
            : "";
        return Statement(
            $"""
            SELECT h.id AS household_id, NULL::bigint AS work_site_id, bit_or(p.labels) AS labels, h.people::int AS people,
                   (CASE h.state WHEN 1 THEN 1 WHEN 2 THEN 2 ELSE CASE {(lately.Length > 0 ? lately : "WHEN false THEN 0")} END END)::smallint AS left_out
              FROM household h
              JOIN organisation o ON o.id = h.organisation_id
              JOIN household_person p ON p.household_id = h.id
             WHERE o.path LIKE {Value(values, path + "%")}{Regions(rule, "h", values)}
               {(rule.Classes.Count > 0 ? $"AND h.class = ANY ({Value(values, rule.Classes.Select(c => (short)c).ToArray())})" : "")}
             GROUP BY h.id
            HAVING {(rule.Labels is VisitLabels.None ? "true" : $"bit_or(p.labels) & {Value(values, (int)rule.Labels)} <> 0")}
            """, values);
    }

    public static FormattableString Sites(AudienceRule rule, string path)
    {
        var values = new List<object>();
        return Statement(
            $"""
            SELECT NULL::bigint AS household_id, s.id AS work_site_id, 0 AS labels, s.people AS people,
                   (CASE WHEN s.is_active THEN NULL ELSE 4 END)::smallint AS left_out
              FROM work_site s
              JOIN organisation o ON o.id = s.organisation_id
             WHERE o.path LIKE {Value(values, path + "%")}{Regions(rule, "s", values)}
               {(rule.Sites.Count > 0 ? $"AND s.kind = ANY ({Value(values, rule.Sites.Select(k => (short)k).ToArray())})" : "")}
            """, values);
    }

    /// <summary>A statement around one of these.</summary>
    /// <param name="outer">With <c>$</c> where it belongs, and no braces.</param>
    public static FormattableString Around(FormattableString inner, string outer) =>
        FormattableStringFactory.Create(outer.Replace("$", inner.Format, StringComparison.Ordinal), inner.GetArguments());

    /// <summary>A city means its districts.</summary>
    private static string Regions(AudienceRule rule, string of, List<object> values)
    {
        if (rule.Regions.Count == 0) return "";

        var codes = Value(values, rule.Regions.ToArray());
        return $" AND {of}.region_code IN (SELECT r.code FROM region r WHERE r.code = ANY ({codes}) OR r.parent_code = ANY ({codes}))";
    }

    /// <summary>Midnight in China.</summary>
    private static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), UnionCalendar.ChinaOffset).ToUniversalTime();

    /// <returns>Where it stands in the text.</returns>
    private static string Value(List<object> values, object value)
    {
        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{values.Count - 1}}}");
    }

    private static FormattableString Statement(string format, List<object> values) => FormattableStringFactory.Create(format, [.. values]);
}
