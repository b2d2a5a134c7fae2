using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Imports;

public sealed class RosterImportTests : IAsyncLifetime
{
    private const string Header = "所属工会,姓名,手机号,会员编号,入会日期,会籍状态\n";
    private const string Wang = "济南市总工会/机械厂工会,王芳,13800000001,000012,2020-05-01,在籍\n";
    private const string Li = "青岛市总工会/机械厂工会,李强,13900000002,,,\n";

    private TestDatabase _database = null!;
    private ImportCity _city = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _city = await ImportCity.CreateAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Members_are_kept_sealed_and_found_by_hash()
    {
        var outcome = await _city.ImportMembersAsync(Header + Wang + Li);

        Assert.True(outcome.IsGood);
        Assert.Equal(new ImportCounts(Added: 2, Changed: 0, Unchanged: 0), outcome.Counts);
        var wang = await FindAsync("王芳");
        Assert.Equal("王芳", ImportCity.Ciphers.OpenName(wang.Id, wang.Name));
        Assert.Equal("13800000001", ImportCity.Ciphers.OpenPhone(wang.Id, wang.Phone));
        Assert.Equal(("000012", new DateOnly(2020, 5, 1), MemberStatus.Active), (wang.MemberNo, wang.JoinedOn, wang.Status));
    }

    [Fact]
    public async Task The_same_file_again_says_so_and_does_nothing()
    {
        await _city.ImportMembersAsync(Header + Wang);

        var again = await _city.ImportMembersAsync(Header + Wang);

        Assert.NotNull(again.DoneBefore);
        Assert.False(again.IsGood);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM import_run WHERE kind = 'members'"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_before_a_transaction_begins()
    {
        await using var other = await _database.Source.OpenConnectionAsync();
        await using var running = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext('import/members'))", other);
        await running.ExecuteNonQueryAsync();

        var outcome = await _city.ImportMembersAsync("PK\u0003\u0004 is how a workbook begins, and then comes nothing of it");

        Assert.Equal([(0, null, ImportProblem.Damaged)], ImportCity.FaultsOf(outcome));
    }

    [Fact]
    public async Task A_known_member_is_changed_by_number_or_by_name_and_phone_and_empty_cells_leave_what_is_known()
    {
        await _city.ImportMembersAsync(Header + Wang + Li);

        var outcome = await _city.ImportMembersAsync(
            Header + "济南市总工会/机械厂工会,王芳,13800000009,000012,,\n青岛市总工会/机械厂工会,李强,13900000002,77,,保留\n");

        Assert.Equal(new ImportCounts(Added: 0, Changed: 2, Unchanged: 0), outcome.Counts);
        var (wang, li) = (await FindAsync("王芳"), await FindAsync("李强"));
        Assert.Equal("13800000009", ImportCity.Ciphers.OpenPhone(wang.Id, wang.Phone));
        Assert.Equal(new DateOnly(2020, 5, 1), wang.JoinedOn);
        Assert.Equal(("77", MemberStatus.Retained), (li.MemberNo, li.Status));
    }

    [Fact]
    public async Task Rows_that_say_nothing_new_are_left_alone()
    {
        await _city.ImportMembersAsync(Header + Wang + Li);
        var before = await _database.ScalarAsync<string>("SELECT string_agg(xmin::text, ',' ORDER BY id) FROM member");

        var outcome = await _city.ImportMembersAsync(Header + Li + Wang);

        Assert.Equal(new ImportCounts(Added: 0, Changed: 0, Unchanged: 2), outcome.Counts);
        Assert.Equal(before, await _database.ScalarAsync<string>("SELECT string_agg(xmin::text, ',' ORDER BY id) FROM member"));
    }

    [Fact]
    public async Task A_dry_run_counts_and_keeps_nothing_and_the_file_can_still_be_imported()
    {
        var dry = await _city.ImportMembersAsync(Header + Wang, isDryRun: true);

        Assert.Equal(new ImportCounts(Added: 1, Changed: 0, Unchanged: 0), dry.Counts);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM member"));
        Assert.True((await _city.ImportMembersAsync(Header + Wang)).IsGood);
    }

    [Fact]
    public async Task One_bad_row_keeps_the_whole_file_out()
    {
        var outcome = await _city.ImportMembersAsync(
            Header + Wang + "机械厂工会,甲,13800000003,,,\n没有的工会,乙,13800000004,,,\n济南市总工会,丙,,,,\n济南市总工会/机械厂工会,丁,,000012,,\n");

        Assert.Equal(
            [
                (3, "所属工会", ImportProblem.UnionAmbiguous),
                (4, "所属工会", ImportProblem.UnionUnknown),
                (5, null, ImportProblem.MemberUnfindable),
                (6, null, ImportProblem.MemberTwice),
            ],
            ImportCity.FaultsOf(outcome));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM member"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM import_run WHERE kind = 'members'"));
    }

    [Fact]
    public async Task The_number_of_a_bound_member_is_not_given_to_somebody_else()
    {
        await _city.ImportMembersAsync(Header + Wang);
        await _database.ExecuteAsync(
            "INSERT INTO person (channel, address_hash, address, seen_at) VALUES ('wechat', '\\x01', '\\x01', '2026-11-21Z')");
        await _database.ExecuteAsync("UPDATE member SET person_id = (SELECT id FROM person), bound_at = '2026-11-21Z'");

        var outcome = await _city.ImportMembersAsync(Header + "济南市总工会/机械厂工会,赵敏,13700000003,000012,,\n");

        Assert.Equal([(2, null, ImportProblem.MemberSomeoneElse)], ImportCity.FaultsOf(outcome));
    }

    [Fact]
    public async Task Many_pages_are_one_import_and_doubles_across_pages_are_found()
    {
        var rows = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"济南市总工会,会员{i},138{i:D8},{i:D6},,\n"));

        var doubled = await _city.ImportMembersAsync(Header + rows + "济南市总工会,会员3,13800000003,,,\n");
        var good = await _city.ImportMembersAsync(Header + rows);

        Assert.Equal([(12002, null, ImportProblem.MemberTwice)], ImportCity.FaultsOf(doubled));
        Assert.Equal(new ImportCounts(Added: 12_000, Changed: 0, Unchanged: 0), good.Counts);
    }

    [Fact]
    public async Task Who_imported_what_is_in_the_audit_log()
    {
        await _city.ImportMembersAsync(Header + Wang);

        Assert.Equal("import-run", await _database.ScalarAsync<string>(
            "SELECT split_part(subject, '/', 1) FROM audit_entry WHERE action = 'members/import'"));
    }

    private async Task<Member> FindAsync(string name)
    {
        await using var db = _database.Open();
        var hash = ImportCity.Ciphers.NameHash(name);
        return await db.Set<Member>().SingleAsync(member => member.NameHash == hash);
    }
}
