using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>Writes the rows of one roster import, page by page, in the transaction of the import.</summary>
internal sealed class RosterTable(UnionDb db, MemberCiphers ciphers, long run, ImportReport report)
{
    // The first look-up stands behind LIMIT 1, though it finds one row at most, so that it goes by the index: within the
    // transaction the planner still takes the table to be empty, and would join each page with all rows written before.
    private const string MatchSql =
        """
        SELECT coalesce(by_no.id, same.id, nextval(pg_get_serial_sequence('member', 'id'))),
               by_no.id IS NULL AND same.id IS NULL,
               by_no.id IS NULL AND same.rows > 1,
               coalesce(by_no.status, same.status),
               by_no.person_id IS NOT NULL AND by_no.name_hash <> r.name_hash
                   AND by_no.phone_hash IS DISTINCT FROM r.phone_hash
        FROM unnest($1, $2, $3, $4) WITH ORDINALITY AS r (organisation_id, member_no, name_hash, phone_hash, place)
        LEFT JOIN LATERAL (
            SELECT id, status, person_id, name_hash, phone_hash FROM member AS m
            WHERE m.organisation_id = r.organisation_id AND m.member_no = r.member_no LIMIT 1) AS by_no ON true
        LEFT JOIN LATERAL (
            SELECT min(id) AS id, min(status) AS status, count(*) AS rows FROM member AS m
            WHERE m.phone_hash = r.phone_hash AND m.name_hash = r.name_hash) AS same ON true
        ORDER BY r.place
        """;

    private const string WriteSql =
        """
        INSERT INTO member AS m (id, organisation_id, name, name_hash, phone, phone_hash, id_number, id_number_hash,
            member_no, joined_on, status, import_run_id)
        SELECT r.*, $12 FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS r
        ON CONFLICT (id) DO UPDATE SET
            organisation_id = excluded.organisation_id,
            name = excluded.name,
            name_hash = excluded.name_hash,
            phone = coalesce(excluded.phone, m.phone),
            phone_hash = coalesce(excluded.phone_hash, m.phone_hash),
            id_number = coalesce(excluded.id_number, m.id_number),
            id_number_hash = coalesce(excluded.id_number_hash, m.id_number_hash),
            member_no = coalesce(excluded.member_no, m.member_no),
            joined_on = coalesce(excluded.joined_on, m.joined_on),
            status = excluded.status,
            import_run_id = excluded.import_run_id
        WHERE (m.organisation_id, m.name_hash, m.phone_hash, m.id_number_hash, m.member_no, m.joined_on, m.status)
            IS DISTINCT FROM (excluded.organisation_id, excluded.name_hash, coalesce(excluded.phone_hash, m.phone_hash),
                coalesce(excluded.id_number_hash, m.id_number_hash), coalesce(excluded.member_no, m.member_no),
                coalesce(excluded.joined_on, m.joined_on), excluded.status)
        """;

    private readonly NpgsqlConnection _connection = (NpgsqlConnection)db.Database.GetDbConnection();
    private readonly HashSet<long> _written = [];

    public ImportCounts Counts { get; private set; }

    public async Task WriteAsync(IReadOnlyList<RosterRow> rows, CancellationToken ct)
    {
        var candidates = WithoutDoubles(rows);
        var matches = await MatchAsync(candidates, ct);
        var good = candidates.Zip(matches).Where(pair => IsGood(pair.First, pair.Second)).ToList();
        if (good.Count == 0) return;

        var written = await UpsertAsync(good, ct);
        var added = good.Count(pair => pair.Second.IsNew);
        Counts = new(Counts.Added + added, Counts.Changed + written - added, Counts.Unchanged + good.Count - written);
    }

    /// <summary>Doubles within a page; those of earlier pages are found in the table.</summary>
    private List<RosterRow> WithoutDoubles(IReadOnlyList<RosterRow> rows)
    {
        var seen = new HashSet<(long, string)>();
        var good = new List<RosterRow>(rows.Count);
        foreach (var row in rows)
        {
            if (row.MemberNo is null && row.Phone is null)
            {
                report.Add(new ImportFault(row.Number, null, ImportProblem.MemberUnfindable));
                continue;
            }

            var isDouble = row.MemberNo is { } number && !seen.Add((row.OrganisationId, number));
            if (row.Phone is { } phone) isDouble |= !seen.Add((0, $"{MemberCiphers.Normal(row.Name)} {phone.Value}"));
            if (isDouble) report.Add(new ImportFault(row.Number, null, ImportProblem.MemberTwice));
            else good.Add(row);
        }

        return good;
    }

    private bool IsGood(RosterRow row, Match match)
    {
        var reason =
            match.IsAmbiguous ? ImportProblem.MemberAmbiguous :
            match.IsSomeoneElse ? ImportProblem.MemberSomeoneElse :
            !_written.Add(match.Id) ? ImportProblem.MemberTwice :
            (ImportProblem?)null;
        if (reason is { } problem) report.Add(new ImportFault(row.Number, null, problem));
        return reason is null;
    }

    private async Task<List<Match>> MatchAsync(List<RosterRow> rows, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(MatchSql, _connection);
        command.Add<long[]>([.. rows.Select(row => row.OrganisationId)]);
        command.Add<string?[]>([.. rows.Select(row => row.MemberNo)]);
        command.Add<byte[][]>([.. rows.Select(row => ciphers.NameHash(row.Name))]);
        command.Add<byte[]?[]>([.. rows.Select(row => row.Phone is { } phone ? ciphers.PhoneHash(phone) : null)]);

        var matches = new List<Match>(rows.Count);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var status = await reader.IsDBNullAsync(3, ct) ? (MemberStatus?)null : (MemberStatus)reader.GetInt16(3);
            matches.Add(new Match(
                reader.GetInt64(0), reader.GetBoolean(1), reader.GetBoolean(2), status, reader.GetBoolean(4)));
        }

        return matches;
    }

    private async Task<int> UpsertAsync(List<(RosterRow Row, Match Match)> good, CancellationToken ct)
    {
        var sealedRows = good.ConvertAll(g => ciphers.Seal(g.Match.Id, g.Row.Name, g.Row.Phone, g.Row.IdNumber));

        await using var command = new NpgsqlCommand(WriteSql, _connection);
        command.Add<long[]>([.. good.Select(g => g.Match.Id)]);
        command.Add<long[]>([.. good.Select(g => g.Row.OrganisationId)]);
        command.Add<byte[][]>([.. sealedRows.Select(s => s.Name)]);
        command.Add<byte[][]>([.. sealedRows.Select(s => s.NameHash)]);
        command.Add<byte[]?[]>([.. sealedRows.Select(s => s.Phone)]);
        command.Add<byte[]?[]>([.. sealedRows.Select(s => s.PhoneHash)]);
        command.Add<byte[]?[]>([.. sealedRows.Select(s => s.IdNumber)]);
        command.Add<byte[]?[]>([.. sealedRows.Select(s => s.IdNumberHash)]);
        command.Add<string?[]>([.. good.Select(g => g.Row.MemberNo)]);
        command.Add<DateOnly?[]>([.. good.Select(g => g.Row.JoinedOn)]);
        command.Add<short[]>([.. good.Select(g => (short)(g.Row.Status ?? g.Match.Status ?? MemberStatus.Active))]);
        command.Add(run);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Which row of the table a row of the file is.</summary>
    /// <param name="IsSomeoneElse">
    /// The number is that of a bound member with another name and phone, who must not be shown a stranger's card.
    /// </param>
    private sealed record Match(long Id, bool IsNew, bool IsAmbiguous, MemberStatus? Status, bool IsSomeoneElse);
}
