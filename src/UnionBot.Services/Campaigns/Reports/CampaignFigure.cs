namespace UnionBot.Services.Campaigns.Reports;

/// <summary>In what a figure is counted; two units are never added.</summary>
public enum FigureUnit
{
    /// <summary>户.</summary>
    Households,

    /// <summary>人, each once.</summary>
    People,

    /// <summary>人次: visits times people.</summary>
    PersonVisits,

    /// <summary>家.</summary>
    Firms,

    /// <summary>件.</summary>
    Pieces,

    /// <summary>Fen; said as 万元.</summary>
    Money,

    /// <summary>个.</summary>
    Count,
}

/// <summary>One figure of a report, by the list that it is the sum of.</summary>
/// <param name="Key">As in <c>templates/reports/campaigns.yaml</c>.</param>
/// <param name="List">A statement with <c>{0}</c> for the campaign and <c>{1}</c> for the moment: <c>target_id</c> (null where it is no target's) and <c>amount</c>.</param>
internal sealed record CampaignFigure(string Key, FigureUnit Unit, string List)
{
    private const string Reached = "v.state = 1 AND v.outcome IN (1, 2, 8, 9) AND v.written_at <= {1}";

    private const string Visits = "FROM visit v JOIN campaign_target t ON t.id = v.target_id WHERE v.campaign_id = {0} AND " + Reached;

    private const string Targets = "FROM campaign_target t WHERE t.campaign_id = {0} AND t.state = 0 AND t.frozen_at <= {1}";

    public static IReadOnlyList<CampaignFigure> All { get; } =
    [
        new("raised", FigureUnit.Money, "SELECT NULL::bigint AS target_id, l.planned_fen AS amount FROM budget_line l WHERE l.campaign_id = {0} AND {1} IS NOT NULL"),
        new("paid", FigureUnit.Money, $"SELECT v.target_id, v.paid_fen AS amount {Visits} AND v.paid_fen > 0"),
        new("households", FigureUnit.Households, $"SELECT v.target_id, 1::bigint AS amount {Visits} AND t.household_id IS NOT NULL"),
        new("household-people", FigureUnit.People, $"SELECT v.target_id, t.people::bigint AS amount {Visits} AND t.household_id IS NOT NULL"),
        new("hardship-households", FigureUnit.Households, $"SELECT v.target_id, 1::bigint AS amount {Visits} AND t.labels & 1 <> 0"),
        Labelled("migrants", 1 << 1),
        Labelled("model-workers", 1 << 2),
        Labelled("injured", 1 << 3),
        Labelled("bereaved", 1 << 4),
        Labelled("on-duty", 1 << 5),
        Labelled("new-forms", 1 << 6),
        new("sites", FigureUnit.Firms, $"SELECT v.target_id, 1::bigint AS amount {Visits} AND t.work_site_id IS NOT NULL"),
        new("site-people", FigureUnit.PersonVisits, $"SELECT v.target_id, t.people::bigint AS amount {Visits} AND t.work_site_id IS NOT NULL"),
        new("goods", FigureUnit.Pieces, $"SELECT v.target_id, g.given AS amount FROM (SELECT visit_id, sum(count)::bigint AS given FROM visit_gift GROUP BY 1) g JOIN visit v ON v.id = g.visit_id WHERE v.campaign_id = {{0}} AND {Reached}"),
        new("teams", FigureUnit.Count, $"SELECT min(v.target_id) AS target_id, 1::bigint AS amount {Visits} GROUP BY least(v.lead_id, coalesce(v.second_id, v.lead_id)), greatest(v.lead_id, coalesce(v.second_id, v.lead_id))"),
        new("targets", FigureUnit.Count, $"SELECT t.id AS target_id, 1::bigint AS amount {Targets}"),
        new("reached", FigureUnit.Count, $"SELECT v.target_id, 1::bigint AS amount {Visits}"),
        new("not-reached", FigureUnit.Count, $"SELECT t.id AS target_id, 1::bigint AS amount {Targets} AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.target_id = t.id AND {Reached})"),
    ];

    /// <summary>People of the households that were reached who carry a label: each once, however many labels they carry.</summary>
    private static CampaignFigure Labelled(string key, int label) => new(
        key,
        FigureUnit.People,
        $"SELECT v.target_id, count(*) AS amount FROM visit v JOIN campaign_target t ON t.id = v.target_id JOIN household_person p ON p.household_id = t.household_id WHERE v.campaign_id = {{0}} AND {Reached} AND p.labels & {label} <> 0 GROUP BY v.target_id");
}

/// <summary>A figure as it was at a moment.</summary>
/// <param name="Value">In its unit; money in fen.</param>
public sealed record ReadFigure(string Key, FigureUnit Unit, long Value);

/// <summary>One line of the list behind a figure.</summary>
/// <param name="Target">Null where it is no target's.</param>
public sealed record FigureLine(long? Target, long Amount);
