using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Services.Campaigns.Reports;

/// <summary>The figures of a campaign at a moment, and the list behind each.</summary>
public sealed class CampaignReport(UnionDb db)
{
    /// <summary>The keys of all figures, in their order.</summary>
    public static IEnumerable<string> Keys => CampaignFigure.All.Select(figure => figure.Key);

    /// <param name="until">Later visits do not count; UTC.</param>
    public async Task<IReadOnlyList<ReadFigure>> ReadAsync(int campaign, DateTimeOffset until, CancellationToken ct)
    {
        // One statement, so that all figures are of the same moment.
        var parts = CampaignFigure.All.Select((figure, n) => $"SELECT {n} AS \"Figure\", coalesce(sum(amount), 0)::bigint AS \"Value\" FROM ({figure.List}) AS list_{n}");
        var values = await db.Database.SqlQuery<Summed>(FormattableStringFactory.Create(string.Join(" UNION ALL ", parts), campaign, until)).ToDictionaryAsync(s => s.Figure, s => s.Value, ct);
        return [.. CampaignFigure.All.Select((figure, n) => new ReadFigure(figure.Key, figure.Unit, values[n]))];
    }

    /// <returns>The lines that a figure is the sum of, in the order of the targets.</returns>
    /// <exception cref="ArgumentException">There is no such figure.</exception>
    public async Task<IReadOnlyList<FigureLine>> ListAsync(int campaign, string key, DateTimeOffset until, CancellationToken ct)
    {
        var figure = CampaignFigure.All.FirstOrDefault(f => f.Key == key) ?? throw new ArgumentException($"There is no figure '{key}'.", nameof(key));
        var sql = FormattableStringFactory.Create($"SELECT target_id AS \"TargetId\", amount AS \"Amount\" FROM ({figure.List}) AS list", campaign, until);
        var lines = await db.Database.SqlQuery<Listed>(sql).ToListAsync(ct);
        return [.. lines.OrderBy(l => l.TargetId).Select(l => new FigureLine(l.TargetId, l.Amount))];
    }

    private sealed record Summed(int Figure, long Value);

    private sealed record Listed(long? TargetId, long Amount);
}
