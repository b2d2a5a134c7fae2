using System.Globalization;
using System.Runtime.CompilerServices;
using UnionBot.Chat.Templates;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.Broadcasts;

/// <summary>An audience as a statement with parameters. The text holds what the program wrote only; what staff wrote are parameters.</summary>
internal sealed class AudienceSql
{
    private readonly List<object> _values = [];
    private readonly List<string> _roster = [];
    private readonly List<string> _people = [];
    private readonly string _route;
    private readonly string _reason;
    private readonly string _test;

    public AudienceSql(BroadcastContent content, AudienceFacts facts, SendingRules rules)
    {
        var audience = content.Audience;
        _test = Tagged(Value(new[] { facts.TestAccount }));
        if (facts.Below is { } below) _roster.Add($"o.path LIKE ANY ({Value(below)})");
        if (facts.Path is { } path) _roster.Add($"o.path LIKE {Value(path + "%")}");
        if (audience.Districts.Count > 0) _roster.Add(InDistricts(Value(audience.Districts.ToArray())));
        if (audience.WorkerTypes.Count > 0) _roster.Add(Tagged(Value(audience.WorkerTypes.ToArray())));
        if (audience.Tags.Count > 0) _roster.Add(Tagged(Value(audience.Tags.ToArray())));
        if (audience.Levels.Count > 0) _people.Add(AtLevel(Value(audience.Levels.Select(level => (int)level).ToArray())));
        if (audience.CaseKind is { } kind) _people.Add(WithCase(Value(kind)));

        _route = Value((short)SendingTerms.Of(content.Route));
        _reason = $"CASE {string.Join(' ', Exclusions(content, facts, rules).Select(e => $"WHEN {e.When} THEN {(short)e.Why}"))} END::smallint";
    }

    /// <summary>
    /// Everybody who is meant: <c>person_id</c>, <c>member_id</c>, <c>route</c>, and <c>reason</c>
    /// (<see cref="WithheldReason"/>), which is null for those it goes to.
    /// </summary>
    public FormattableString People => Statement(
        $"""
        SELECT p.id AS person_id, m.id AS member_id, {_route}::smallint AS route, {_reason} AS reason
          FROM person p
          LEFT JOIN member m ON m.person_id = p.id AND m.status <> 2
          LEFT JOIN organisation o ON o.id = m.organisation_id
          LEFT JOIN talk t ON t.person_id = p.id
         WHERE p.channel = 'wechat' AND p.erased_at IS NULL{And([.. _roster, .. _people])}
        """);

    /// <summary><c>member_id</c> of those who are meant and whom nobody has bound: they can only be called.</summary>
    public FormattableString Unbound => Statement(
        $"""
        SELECT m.id AS member_id
          FROM member m JOIN organisation o ON o.id = m.organisation_id
         WHERE m.person_id IS NULL AND m.status <> 2 AND NOT {_test}{And(_roster)}
        """);

    /// <summary>A statement around one of these.</summary>
    /// <param name="outer">With <c>$</c> where it belongs, and no braces.</param>
    public static FormattableString Around(FormattableString inner, string outer) =>
        FormattableStringFactory.Create(outer.Replace("$", inner.Format, StringComparison.Ordinal), inner.GetArguments());

    /// <summary>The first that holds counts.</summary>
    private IEnumerable<(WithheldReason Why, string When)> Exclusions(BroadcastContent content, AudienceFacts facts, SendingRules rules)
    {
        yield return (WithheldReason.Unfollowed, "p.unfollowed_at IS NOT NULL");
        yield return (WithheldReason.NotKnown, UnknownAddresses.IsUnknownSql);
        yield return (WithheldReason.TestAccount, $"m.id IS NOT NULL AND {_test}");

        var kind = SendingTerms.Of(content.Purpose);
        if (SendRoutes.IsUnasked(kind))
        {
            yield return (WithheldReason.OptedOut, $"EXISTS (SELECT 1 FROM opt_out x WHERE x.person_id = p.id AND x.kind = {Value((short)kind)})");
            yield return (WithheldReason.TooSoon, $"t.broadcast_at >= {Value(facts.WeekSince)} OR {Told(facts.ThisWeek)} > 0");
        }

        if (content.Route is BroadcastRoute.Mass)
            yield return (WithheldReason.MonthIsFull, $"{Told(facts.ThisMonth)} >= {Value(rules.Mass.PerMonth)}");
        if (content.Route is BroadcastRoute.Custom) yield return (WithheldReason.NoWay, HasNoWindow(facts.At, rules));
        if (IsPersonal(content)) yield return (WithheldReason.NotWorded, "m.id IS NULL");
        if (content.Route is BroadcastRoute.Notice) yield return (WithheldReason.NoWay, HasNoConsent(Value(facts.FormId ?? "")));
    }

    /// <summary>Whether it says something of the person's own, which only the roster tells.</summary>
    private static bool IsPersonal(BroadcastContent content) =>
        content.Draft is null && FieldText.Read(content.Text, PersonFields.All, out _) is { Fields.Count: > 0 };

    /// <summary>In how many of these broadcasts the person was sent something, as far as is known.</summary>
    private string Told(int[] broadcasts) => broadcasts.Length == 0 ? "0" :
        $"(SELECT count(*) FROM mass_recipient r WHERE r.person_id = p.id AND r.broadcast_id = ANY ({Value(broadcasts)}) AND r.status IN (1, 3, 4, 7))";

    private string HasNoWindow(DateTimeOffset at, SendingRules rules) =>
        $"""
        t.typed_at IS NULL OR t.typed_at <= {Value(at - rules.MessageWindow)}
          OR (t.typed_spent_for = t.typed_at AND t.typed_spent >= {Value(rules.CustomAfterMessage)})
        """;

    private static string HasNoConsent(string form) =>
        $"""
        (SELECT count(*) FROM notice_answer a LEFT JOIN notice_use u USING (person_id, template_id)
          WHERE a.person_id = p.id AND a.template_id = {form} AND a.accepted AND (u.void_at IS NULL OR a.at > u.void_at))
          <= coalesce((SELECT u.spent FROM notice_use u WHERE u.person_id = p.id AND u.template_id = {form}), 0)
        """;

    /// <summary>Where the person's union is; a city means its districts, a province all in it.</summary>
    private static string InDistricts(string codes) =>
        $"""
        o.region_code IN (
          SELECT d.code FROM region d LEFT JOIN region c ON c.code = d.parent_code
           WHERE d.code = ANY ({codes}) OR d.parent_code = ANY ({codes}) OR c.parent_code = ANY ({codes}))
        """;

    private static string Tagged(string tags) => $"EXISTS (SELECT 1 FROM member_tag g WHERE g.member_id = m.id AND g.tag = ANY ({tags}))";

    private static string AtLevel(string levels) =>
        $"CASE WHEN m.id IS NOT NULL THEN 2 WHEN p.phone_confirmed_at IS NOT NULL THEN 1 ELSE 0 END = ANY ({levels})";

    private static string WithCase(string kind) =>
        $"EXISTS (SELECT 1 FROM union_case c WHERE c.person_id = p.id AND c.kind = {kind} AND c.status <> 2)";

    private static string And(IEnumerable<string> conditions) => string.Concat(conditions.Select(condition => $" AND ({condition})"));

    /// <returns>Where it stands in the text.</returns>
    private string Value(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{_values.Count - 1}}}");
    }

    private FormattableString Statement(string format) => FormattableStringFactory.Create(format, [.. _values]);
}

/// <summary>What an audience depends on beside what staff wrote.</summary>
/// <param name="Path">Of the organisation that is meant; null for the whole union.</param>
/// <param name="At">When it is sent; UTC.</param>
/// <param name="FormId">Of the subscription notice it goes by; null by other ways.</param>
/// <param name="WeekSince">Who was sent a broadcast from then on is not sent another; UTC.</param>
/// <param name="ThisWeek">Broadcasts that began from then on.</param>
/// <param name="ThisMonth">Mass sends that began in the same month in China.</param>
internal sealed record AudienceFacts(
    string? Path, DateTimeOffset At, string? FormId, string TestAccount, DateTimeOffset WeekSince, int[] ThisWeek, int[] ThisMonth)
{
    /// <summary>Patterns of the paths that a member of staff may see; null for all, people on no roster included.</summary>
    public string[]? Below { get; init; }
}
