using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Figures;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>The figures of an invented January, each against a plain count by SQL.</summary>
public sealed class FigureTests : IAsyncLifetime
{
    private const string SentOnBefore = "b.state = 6 AND coalesce((b.ended_at + interval '8 hours')::date < (b.starts_at + interval '8 hours')::date, false)";

    private const string TookPlace = $"b.state IN (1, 2, 6) AND NOT ({SentOnBefore})";

    private const string InGroup = $"{TookPlace} AND (b.group_id IS NOT NULL OR coalesce(o.people, b.people) >= 3)";

    private const string Ended = "count(*) FILTER (WHERE o.id IS NOT NULL OR b.transferred_to IS NOT NULL)";

    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly FigurePeriod January = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31));

    /// <summary>The same once more, by whoever knows the tables: what is counted, and among what.</summary>
    private static readonly Dictionary<string, (string Value, string Among)> Plain = new(StringComparer.Ordinal)
    {
        ["booked"] = ("count(*)", "count(*)"),
        ["came"] = ($"count(*) FILTER (WHERE {TookPlace})", "count(*)"),
        ["moved"] = ("count(*) FILTER (WHERE b.moves > 0)", "count(*)"),
        ["cancelled"] = ("count(*) FILTER (WHERE b.state = 5)", "count(*)"),
        ["missed"] = ("count(*) FILTER (WHERE b.state = 3)", "count(*)"),
        ["not-answered"] = ("count(*) FILTER (WHERE b.state = 4)", "count(*)"),
        ["sent-on-before"] = ($"count(*) FILTER (WHERE {SentOnBefore})", "count(*)"),
        ["still-open"] = ("count(*) FILTER (WHERE b.state = 0)", "count(*)"),
        ["first-free-days"] = ("coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY (b.first_free_at + interval '8 hours')::date - (b.booked_at + interval '8 hours')::date), 0)", "count(b.first_free_at)"),
        ["waited-days"] = ($"coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY (b.starts_at + interval '8 hours')::date - (b.booked_at + interval '8 hours')::date) FILTER (WHERE {TookPlace}), 0)", $"count(*) FILTER (WHERE {TookPlace})"),
        ["advice"] = (Kind(1), "count(o.id)"),
        ["advice-people"] = ("coalesce(sum(coalesce(o.people, b.people)) FILTER (WHERE o.kinds & 1 <> 0), 0)", Kind(1)),
        ["drafting"] = (Kind(2), "count(o.id)"),
        ["mediation"] = (Kind(4), "count(o.id)"),
        ["mediation-settled"] = ("count(*) FILTER (WHERE o.kinds & 4 <> 0 AND o.is_settled)", Kind(4)),
        ["arbitration"] = (Kind(8), "count(o.id)"),
        ["litigation"] = (Kind(16), "count(o.id)"),
        ["transferred"] = ("count(*) FILTER (WHERE b.state = 6 OR o.kinds & 224 <> 0)", "count(*) FILTER (WHERE b.state IN (1, 2, 6))"),
        ["to-legal-aid"] = (Transfer(32, 3), Ended),
        ["to-petition"] = (Transfer(64, 4), Ended),
        ["to-counselling"] = (Transfer(128, 5), Ended),
        ["group"] = ($"count(*) FILTER (WHERE {InGroup} AND b.group_id IS NULL) + count(DISTINCT b.group_id) FILTER (WHERE {TookPlace})", $"count(*) FILTER (WHERE {TookPlace})"),
        ["group-people"] = ($"coalesce(sum(coalesce(o.people, b.people)) FILTER (WHERE {InGroup}), 0)", $"count(*) FILTER (WHERE {InGroup})"),
        ["involved"] = ("coalesce(sum(o.amount_involved_fen), 0)", "count(o.amount_involved_fen)"),
        ["recovered"] = ("coalesce(sum(o.amount_recovered_fen), 0)", "count(o.amount_recovered_fen)"),
        ["asked-back"] = ("count(f.score)", "count(f.booking_id)"),
        ["content"] = ("count(*) FILTER (WHERE f.score >= 4)", "count(f.score)"),
        ["solved"] = ("count(*) FILTER (WHERE f.solved = 1)", "count(f.solved)"),
    };

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        _office.ItBecomes("02-02 10:00");
        await InventAsync();
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Each_figure_is_what_a_plain_count_gives_with_its_denominator_and_its_list()
    {
        var sheet = await ReadAsync(StaffScope.Whole);

        Assert.Equal([.. LegalAidFigures.Names], sheet.Figures.Select(f => f.Name));
        Assert.Equal(Plain.Keys.Append("in-time").Append("fairs-covered").Order(StringComparer.Ordinal), LegalAidFigures.Names.Order(StringComparer.Ordinal));
        foreach (var (name, plain) in Plain)
        {
            var figure = sheet.Figures.Single(f => f.Name == name);
            Assert.Equal((name, await CountAsync(plain.Value), await CountAsync(plain.Among)), (name, figure.Value, figure.Among));
            var list = await ListAsync(name);
            Assert.Equal((name, (decimal)list.Count), (name, figure.Unit is FigureUnit.Cases ? figure.Value : figure.Among));
        }

        Assert.All(Plain.Keys, name => Assert.True(sheet.Figures.Single(f => f.Name == name).Among > 0, name));
    }

    [Fact]
    public async Task A_transfer_that_stands_on_the_booking_and_in_its_outcome_counts_once_and_the_outcome_says_where()
    {
        const string Both = "o.kinds & 224 <> 0 AND b.transferred_to IS NOT NULL";
        Assert.True(await CountAsync($"count(*) FILTER (WHERE {Both} AND o.kinds & 32 <> 0 AND b.transferred_to = 3)") > 0);
        Assert.True(await CountAsync($"count(*) FILTER (WHERE {Both} AND o.kinds & 32 = 0 AND b.transferred_to = 3)") > 0);
        Assert.True(await CountAsync("count(*) FILTER (WHERE o.id IS NULL AND b.transferred_to = 3)") > 0);

        var list = await ListAsync("to-legal-aid");

        Assert.Equal(list.Count, list.DistinctBy(line => line.Number).Count());
        Assert.Equal(await CountAsync(Transfer(32, 3)), list.Count);
    }

    [Fact]
    public async Task What_became_of_bookings_adds_up_and_the_parts_are_the_whole()
    {
        var sheet = await ReadAsync(StaffScope.Whole);

        decimal Of(IEnumerable<Figure> figures, string name) => figures.Single(f => f.Name == name).Value;
        string[] ends = ["came", "cancelled", "missed", "not-answered", "sent-on-before", "still-open"];
        Assert.Equal(Of(sheet.Figures, "booked"), ends.Sum(name => Of(sheet.Figures, name)));
        string[] sums = [.. sheet.Figures.Where(f => f.Unit is not FigureUnit.Days && f.Name is not ("in-time" or "fairs-covered")).Select(f => f.Name)];
        foreach (var by in Enum.GetValues<FigureSplit>())
        {
            Assert.True(sheet.Parts[by].Count > 1, by.ToString());

            // Somebody may be of several kinds of workers.
            foreach (var name in by is FigureSplit.Worker ? [] : sums) Assert.Equal((by, name, Of(sheet.Figures, name)), (by, name, sheet.Parts[by].Sum(part => Of(part.Figures, name))));
        }

        var part = sheet.Parts[FigureSplit.Mode][0];
        var lines = await _office.Union.AsAsync<LegalAidFigures, IReadOnlyList<FigureLine>>(f => f.ListAsync(January, StaffScope.Whole, "came", (FigureSplit.Mode, part.Key), Ct));
        Assert.Equal(Of(part.Figures, "came"), lines.Count);
    }

    [Theory]
    [InlineData("外卖配送员", "t.tag = '外卖配送员'")]
    [InlineData("农民工", "t.tag = '农民工'")]
    [InlineData("新就业形态", "t.tag IN ('外卖配送员', '货车司机')")]
    public async Task A_kind_of_workers_has_the_bookings_of_whoever_is_of_it(string kind, string tagged)
    {
        var part = (await ReadAsync(StaffScope.Whole)).Parts[FigureSplit.Worker].Single(p => p.Key == kind);

        foreach (var (name, plain) in new[] { ("booked", "true"), ("came", TookPlace), ("cancelled", "b.state = 5") })
        {
            var theirs = $"EXISTS (SELECT FROM member m JOIN member_tag t ON t.member_id = m.id WHERE m.person_id = b.person_id AND {tagged})";
            var expected = await CountAsync($"count(*) FILTER (WHERE {plain} AND {theirs})");
            Assert.Equal((name, expected), (name, part.Figures.Single(f => f.Name == name).Value));
            var list = await _office.Union.AsAsync<LegalAidFigures, IReadOnlyList<FigureLine>>(f => f.ListAsync(January, StaffScope.Whole, name, (FigureSplit.Worker, kind), Ct));
            Assert.Equal(expected, list.Count);
        }

        Assert.DoesNotContain((await ReadAsync(StaffScope.Whole)).Parts[FigureSplit.Worker], p => p.Key == "先进");
    }

    [Fact]
    public async Task Job_fairs_that_were_held_count_as_covered_where_a_lawyer_was()
    {
        await _database.ExecuteAsync(
            """
            INSERT INTO legal_fair (name, day, organisation_id, lawyer_id)
            SELECT name, day::date, org, CASE WHEN covered THEN (SELECT min(id) FROM legal_lawyer) END
              FROM (VALUES ('春风招聘会', '2026-01-10', 2, true), ('站前招聘会', '2026-01-20', 3, false), ('园区招聘会', '2026-01-20', 2, true),
                           ('去年的', '2025-12-31', 2, false), ('以后的', '2026-02-20', 2, false)) AS v (name, day, org, covered)
            """);

        var figure = (await ReadAsync(StaffScope.Whole)).Figures.Single(f => f.Name == "fairs-covered");
        var district = (await ReadAsync(new StaffScope(IsWhole: false, ["1.2."]))).Figures.Single(f => f.Name == "fairs-covered");

        Assert.Equal((2m, 3L), (figure.Value, figure.Among));
        Assert.Equal(2m / 3, figure.Share);
        Assert.Equal((2m, 2L), (district.Value, district.Among));
        Assert.Equal(["春风招聘会", "园区招聘会"], (await ListAsync("fairs-covered")).Select(line => line.Number));
    }

    [Fact]
    public async Task Cases_count_when_their_time_has_come()
    {
        await _database.ExecuteAsync(
            """
            INSERT INTO union_case (person_id, kind, subject, status, opened_at, due_at, closed_at, entries)
            SELECT (SELECT min(id) FROM person), kind, n::text, 2, '2026-01-10Z', due::timestamptz, closed::timestamptz, 0
              FROM (VALUES (1, 'legal-aid/urgent', '2026-01-12Z', '2026-01-11Z'), (2, 'legal-aid/not-solved', '2026-01-12Z', '2026-01-13Z'),
                           (3, 'knowledge/lawyer', '2026-01-12Z', '2026-01-12Z'), (4, 'handover/vacancy-contact', '2026-01-12Z', '2026-01-11Z'),
                           (5, 'legal-aid/urgent', '2026-03-12Z', '2026-01-11Z')) AS v (n, kind, due, closed)
            """);

        var figure = (await ReadAsync(StaffScope.Whole)).Figures.Single(f => f.Name == "in-time");

        Assert.Equal((2m, 3L), (figure.Value, figure.Among));
    }

    [Fact]
    public async Task A_part_of_the_tree_has_its_own_people_and_lawyers_only()
    {
        await _database.ExecuteAsync("UPDATE legal_lawyer SET organisation_id = 2 WHERE id = (SELECT min(id) FROM legal_lawyer)");
        var sheet = await ReadAsync(new StaffScope(IsWhole: false, ["1.2."]));

        var theirs = await CountAsync("count(*) FILTER (WHERE b.person_id IN (SELECT person_id FROM member WHERE organisation_id = 2))");
        Assert.Equal(theirs, sheet.Figures.Single(f => f.Name == "booked").Value);
        Assert.InRange(theirs, 1, await CountAsync("count(*)") - 1);
        Assert.Equal(["周静"], sheet.Lawyers.Select(l => l.Name));
        Assert.Equal(2, (await ReadAsync(new StaffScope(IsWhole: false, ["1."]))).Lawyers.Count);
        Assert.Equal(0m, (await ReadAsync(new StaffScope(IsWhole: false, ["1.9."]))).Figures.Single(f => f.Name == "booked").Value);
    }

    [Fact]
    public async Task Lawyers_are_measured_by_their_rota_less_leave()
    {
        await _database.ExecuteAsync(
            "INSERT INTO legal_absence (lawyer_id, starts_at, ends_at) SELECT min(id), '2026-01-12 00:00+08', '2026-01-12 12:00+08' FROM legal_lawyer");

        var load = (await ReadAsync(StaffScope.Whole)).Lawyers[0];

        // Sunday the 4th is worked, and twenty days from Monday the 5th to Friday the 30th; one morning was leave.
        const int workdays = 21;
        Assert.Equal(((workdays * 2) - 1, ((workdays * 2) - 1) * 180L), (load.Sessions, load.MinutesOffered));
        Assert.Equal(
            await CountAsync("count(*) FILTER (WHERE b.state <> 5 AND b.lawyer_id = (SELECT min(id) FROM legal_lawyer))"), load.Consultations);
        Assert.Equal(load.Consultations * 30L, load.MinutesBooked);
    }

    private static string Kind(int kind) => string.Create(CultureInfo.InvariantCulture, $"count(*) FILTER (WHERE o.kinds & {kind} <> 0)");

    /// <summary>The outcome's transfer where it names one, else the booking's.</summary>
    private static string Transfer(int kind, int target) => string.Create(
        CultureInfo.InvariantCulture, $"count(*) FILTER (WHERE CASE WHEN o.kinds & 224 <> 0 THEN o.kinds & {kind} <> 0 ELSE b.transferred_to = {target} END)");

    private Task<FigureSheet> ReadAsync(StaffScope scope) => _office.Union.AsAsync<LegalAidFigures, FigureSheet>(f => f.ReadAsync(January, scope, Ct));

    private Task<IReadOnlyList<FigureLine>> ListAsync(string figure) =>
        _office.Union.AsAsync<LegalAidFigures, IReadOnlyList<FigureLine>>(f => f.ListAsync(January, StaffScope.Whole, figure, part: null, Ct));

    private Task<decimal> CountAsync(string what) => _database.ScalarAsync<decimal>(
        $"""
        SELECT ({what})::numeric FROM legal_booking b
          LEFT JOIN legal_outcome o ON o.booking_id = b.id AND o.replaced_at IS NULL
          LEFT JOIN legal_follow_up f ON f.booking_id = b.id
         WHERE b.starts_at >= '2026-01-01 00:00+08' AND b.starts_at < '2026-02-01 00:00+08'
        """);

    /// <summary>400 bookings around January, of forty people of whom some are members, with what came of them.</summary>
    private async Task InventAsync()
    {
        long[] lawyers = [await _office.LawyerAsync("周静"), await _office.LawyerAsync("李明")];
        var people = await _office.PeopleAsync(40);
        await AddMembersAsync(people);
        await _database.ExecuteAsync(
            """
            INSERT INTO member_tag (member_id, tag) SELECT id, tag FROM member,
                   (VALUES (3, '外卖配送员'), (4, '农民工'), (5, '先进'), (7, '货车司机')) AS v (step, tag) WHERE id % step = 0
            """);
        await _database.ExecuteAsync("INSERT INTO legal_group (id, opened_at) VALUES (1, now()), (2, now()), (3, now())");
        await _database.ExecuteAsync(
            """
            INSERT INTO legal_booking (id, person_id, number_day, number_in_day, lawyer_id, mode, starts_at, ends_at, state, topic, region_code, people,
                                       for_other, is_urgent, consent_version, booked_at, is_coming, moves, failed_calls, first_free_at, transferred_to, ended_at, group_id)
            SELECT gen_random_uuid(), CASE WHEN n % 11 = 0 THEN NULL ELSE $1[1 + n % 40] END, '2026-01-01'::date + n % 30, n, $2[1 + n % 2],
                   (ARRAY[1, 2, 4])[1 + n % 3], at, at + interval '30 minutes', (ARRAY[0, 1, 2, 2, 2, 3, 4, 5, 6])[1 + n % 9],
                   (ARRAY['wage_arrears', 'work_injury', 'termination', 'other'])[1 + n % 4], (ARRAY['370102', '370103', NULL])[1 + n % 3],
                   CASE WHEN n % 13 = 0 THEN 5 WHEN n % 7 = 0 THEN 3 ELSE 1 END, false, false, 'x', at - (n % 6) * interval '1 day', false, n % 5 / 4, 0,
                   CASE WHEN n % 10 = 0 THEN NULL ELSE at - (n % 6) * interval '1 day' + (n % 4) * interval '1 day' END,
                   CASE WHEN n % 9 = 8 THEN (ARRAY[NULL, 1, 2, 3, 4, 5])[1 + n / 36 % 6] END,
                   CASE WHEN n % 9 = 8 THEN at + CASE WHEN n / 9 % 3 = 0 THEN interval '-2 days' ELSE interval '1 hour' END END,
                   CASE WHEN n % 17 = 0 THEN 1 + n / 17 % 3 END
              FROM (SELECT n, '2025-12-31 10:00+08'::timestamptz + n * interval '2 hours' AS at FROM generate_series(1, 400) AS n) AS invented
            """,
            people.Select(p => p.Value).ToArray(), lawyers);
        await _database.ExecuteAsync(
            """
            INSERT INTO legal_outcome (id, booking_id, version, kinds, people, amount_involved_fen, amount_recovered_fen, minutes, is_settled, actor, written_at, replaced_at)
            SELECT gen_random_uuid(), id, v, (ARRAY[1, 3, 4, 5, 8, 16, 33, 65, 129])[1 + (number_in_day / 9 + v) % 9], CASE WHEN number_in_day % 4 = 0 THEN 12 END,
                   CASE WHEN number_in_day % 3 = 0 THEN number_in_day * 10007::bigint END, CASE WHEN number_in_day % 5 = 0 THEN number_in_day * 5003::bigint END,
                   30, CASE WHEN number_in_day % 2 = 0 THEN number_in_day % 4 = 0 END, 0, now(), CASE WHEN v = 1 THEN now() END
              FROM legal_booking, generate_series(1, 2) AS v WHERE state = 2 OR (state = 6 AND number_in_day % 2 = 1)
            """);
        await _database.ExecuteAsync(
            """
            INSERT INTO legal_follow_up (booking_id, person_id, asked_at, solved, score)
            SELECT id, person_id, now(), CASE WHEN number_in_day % 4 > 0 THEN 1 + number_in_day % 3 END, CASE WHEN number_in_day % 4 > 1 THEN 1 + number_in_day % 5 END
              FROM legal_booking WHERE state IN (2, 6) AND person_id IS NOT NULL
            """);
    }

    private async Task AddMembersAsync(PersonId[] people)
    {
        await _database.ExecuteAsync(
            "INSERT INTO organisation (id, parent_id, path, name, level, region_code) VALUES (1, NULL, '1.', '济南市总工会', 2, '370100'), (2, 1, '1.2.', '历下区总工会', 3, '370102'), (3, 1, '1.3.', '市中区总工会', 3, '370103')");
        await _office.Union.AsAsync<MemberCiphers, int>(async ciphers =>
        {
            await using var db = _database.Open();
            foreach (var (n, person) in people.Take(25).Index())
            {
                var member = new Member(n + 1, 2 + (n % 2), ciphers.Seal(n + 1, "王芳", phone: null, idNumber: null), $"NO{n}", joinedOn: null, MemberStatus.Active);
                member.TryBind(person, _office.Union.Now);
                db.Add(member);
            }

            return await db.SaveChangesAsync();
        });
    }
}
