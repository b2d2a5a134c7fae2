using Npgsql;
using UnionBot.Core.Audit;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Imports;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Audit;

public sealed class AuditTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Today = new(2026, 11, 26, 3, 0, 0, TimeSpan.Zero);

    private TestDatabase _database = null!;

    [Theory]
    [InlineData("UPDATE audit_entry SET action = 'nothing/done'")]
    [InlineData("DELETE FROM audit_entry")]
    [InlineData("TRUNCATE audit_entry")]
    public async Task The_database_refuses_to_change_or_delete_entries(string sql)
    {
        await AddAsync(Today.AddYears(-4));

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => _database.ExecuteAsync(sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        Assert.Equal(1L, await CountAsync("audit_entry WHERE action = 'test/done'"));
    }

    [Fact]
    public async Task Retention_forgets_what_is_old_leaves_an_entry_of_it_and_keeps_the_rest()
    {
        await AddAsync(Today.AddYears(-4));
        await AddAsync(Today.AddYears(-2));

        await using var db = _database.Open();
        Assert.Equal(1, await AuditLog.ForgetAsync(db, Today.AddYears(-3), Today, CancellationToken.None));

        Assert.Equal(1L, await CountAsync("audit_entry WHERE action = 'test/done'"));
        Assert.Equal(1L, await CountAsync("audit_entry WHERE action = 'audit/forgotten' AND reason LIKE '1 entries before %'"));
        await Assert.ThrowsAsync<PostgresException>(() => _database.ExecuteAsync("DELETE FROM audit_entry"));
    }

    [Fact]
    public async Task The_last_half_year_is_never_forgotten()
    {
        await AddAsync(Today.AddDays(-170));

        await using var db = _database.Open();
        await Assert.ThrowsAsync<PostgresException>(
            () => AuditLog.ForgetAsync(db, Today.AddDays(-160), Today, CancellationToken.None));

        Assert.Equal(1L, await CountAsync("audit_entry"));
    }

    [Fact]
    public async Task An_import_is_audited_as_the_account_on_the_server_or_the_member_of_staff_named()
    {
        using var console = OperatorConsole.On(_database);
        var unions = console.Write("unions.csv", ImportCity.Unions);
        var members = console.Write("members.csv", "所属工会,姓名,手机号\n济南市总工会,王芳,13800000001\n");
        await console.RunAsync("staff", "add", "--name", "赵敏");

        Assert.Equal(ExitCodes.Ok, (await console.RunAsync("import", "organisations", unions)).Code);
        Assert.Equal(ExitCodes.Failed, (await console.RunAsync("import", "members", members, "--as", "9")).Code);
        Assert.Equal(ExitCodes.Ok, (await console.RunAsync("import", "members", members, "--as", "1")).Code);

        Assert.Equal(2L, await CountAsync(
            $"audit_entry WHERE action IN ('organisations/import', 'staff/added') AND actor_kind = 3 AND actor_name LIKE '{Environment.UserName}%'"));
        Assert.Equal(1L, await CountAsync("audit_entry WHERE action = 'members/import' AND actor_kind = 1 AND actor_id = 1"));
    }

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private async Task AddAsync(DateTimeOffset at)
    {
        await using var db = _database.Open();
        new AuditLog(db).Add(AuditActor.System, "test/done", subject: null, at);
        await db.SaveChangesAsync();
    }

    private Task<long> CountAsync(string rows) => _database.ScalarAsync<long>($"SELECT count(*) FROM {rows}");
}
