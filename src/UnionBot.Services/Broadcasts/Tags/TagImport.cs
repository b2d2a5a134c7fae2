using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts.Tags;

/// <summary>
/// Imports tags of members, by which staff say whom they mean; the kind of worker is one of them. A row has all tags of a member, in
/// place of those known before.
/// </summary>
public sealed class TagImport(UnionDb db, ImportRunner runner, ImportWords words)
{
    public const string Kind = "member-tags";

    /// <summary>Rows for one round trip to the database.</summary>
    private const int PageRows = 5_000;

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (_, report, stop) => TakeAsync(file, report, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportReport report, CancellationToken ct)
    {
        var columns = new TagColumns(words.Table(Kind), await OrganisationDirectory.LoadAsync(db, ct));
        var (seen, counts) = (new HashSet<long>(), default(ImportCounts));
        foreach (var page in Importer.Read(file, columns.All, report).Chunk(PageRows))
        {
            TagRow[] rows = [.. page.Select(columns.Read)];
            var found = await FindAsync(rows, ct);
            var good = rows.Zip(found).Where(pair => IsGood(pair.First, pair.Second, seen, report)).ToList();
            counts = Sum(counts, await WriteAsync(good.ConvertAll(pair => (pair.Second.Member!.Value, pair.First.Tags)), ct));
        }

        return counts;
    }

    private static bool IsGood(TagRow row, FoundMember found, HashSet<long> seen, ImportReport report)
    {
        var problem =
            found.Member is not { } member ? TagProblem.MemberUnknown :
            !seen.Add(member) ? TagProblem.MemberTwice :
            (TagProblem?)null;
        if (problem is { } why) report.Add(new ImportFault(row.Number, null, why));
        return problem is null;
    }

    /// <summary>In the order of the rows.</summary>
    private Task<List<FoundMember>> FindAsync(TagRow[] rows, CancellationToken ct)
    {
        var (unions, numbers) = (rows.Select(r => r.OrganisationId).ToArray(), rows.Select(r => r.MemberNo).ToArray());
        return db.Database.SqlQuery<FoundMember>(
            $"""
            SELECT m.id AS "Member", r.place AS "Place"
              FROM unnest({unions}, {numbers}) WITH ORDINALITY AS r (organisation_id, member_no, place)
              LEFT JOIN member m ON m.organisation_id = r.organisation_id AND m.member_no = r.member_no ORDER BY r.place
            """).ToListAsync(ct);
    }

    private async Task<ImportCounts> WriteAsync(List<(long Member, string[] Tags)> good, CancellationToken ct)
    {
        var members = good.Select(g => g.Member).ToArray();
        var known = (await db.Database.SqlQuery<TaggedMember>(
            $"""
            SELECT member_id AS "Member", array_agg(tag::text ORDER BY tag COLLATE "C") AS "Tags"
              FROM member_tag WHERE member_id = ANY ({members}) GROUP BY member_id
            """).ToListAsync(ct)).ToDictionary(m => m.Member, m => m.Tags);
        var news = good.Where(g => !known.TryGetValue(g.Member, out var tags) || !tags.SequenceEqual(g.Tags)).ToList();
        await ReplaceAsync(news, ct);
        var added = news.Count(g => !known.ContainsKey(g.Member));
        return new ImportCounts(added, news.Count - added, good.Count - news.Count);
    }

    private async Task ReplaceAsync(List<(long Member, string[] Tags)> news, CancellationToken ct)
    {
        var members = news.Select(n => n.Member).ToArray();
        var pairs = news.SelectMany(n => n.Tags, (n, tag) => (n.Member, Tag: tag)).ToList();
        var (ids, tags) = (pairs.Select(p => p.Member).ToArray(), pairs.Select(p => p.Tag).ToArray());
        await db.Database.ExecuteSqlAsync($"DELETE FROM member_tag WHERE member_id = ANY ({members})", ct);
        await db.Database.ExecuteSqlAsync($"INSERT INTO member_tag (member_id, tag) SELECT * FROM unnest({ids}, {tags})", ct);
    }

    private static ImportCounts Sum(ImportCounts one, ImportCounts other) =>
        new(one.Added + other.Added, one.Changed + other.Changed, one.Unchanged + other.Unchanged);

    private sealed record FoundMember(long? Member, long Place);

    private sealed record TaggedMember(long Member, string[] Tags);
}
