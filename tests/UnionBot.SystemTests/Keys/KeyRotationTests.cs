using Npgsql;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;
using UnionBot.Web.Commands;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Keys.Rotation;

namespace UnionBot.SystemTests.Keys;

/// <summary>The key is changed in the settings, from k1 to k2.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private SealedCity _city = null!;
    private OperatorConsole _console = null!;

    [Fact]
    public async Task Every_encrypted_column_is_sealed_anew_and_the_old_key_may_be_dropped()
    {
        var before = await _city.ReadAsync(KeyRings.Of("k1"));
        foreach (var column in SealedColumns.All) Assert.NotEqual((column.Name, 0L), (column.Name, await _city.CountAsync(column, "k1")));

        var printed = await RotateAsync();

        Assert.Equal("", printed.Errors);
        Assert.Equal(ExitCodes.Ok, printed.Code);
        Assert.All(SealedColumns.All, column => Assert.Contains($"{column.Table}: ", printed.Output, StringComparison.Ordinal));
        Assert.Contains(
            "Everything is sealed with key 'k2'. May be dropped from Encryption:Keys of every host: 'k1'.", printed.Output, StringComparison.Ordinal);
        Assert.Equal(0L, await _city.CountAsync("k1"));
        Assert.Equal(before, await _city.ReadAsync(KeyRings.Of("k2")));
    }

    [Fact]
    public async Task A_second_run_finds_nothing_to_do_and_a_bot_needs_the_old_key_no_more()
    {
        await RotateAsync();

        var again = await RotateAsync();
        await using var bot = await RunningBot.StartAsync(_city.Database, KeyRings.Setting("k2"));

        Assert.Equal(ExitCodes.Ok, again.Code);
        Assert.Contains("member: 0 values", again.Output, StringComparison.Ordinal);
        await Eventually.HoldsAsync(async () => (await bot.Client.GetAsync("/health/ready")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_key_that_was_replaced_is_refused_as_the_first()
    {
        await RotateAsync();

        var refusal = await Assert.ThrowsAsync<SetupException>(
            () => RunningBot.StartAsync(_city.Database, KeyRings.Setting("k1", "k2")));

        Assert.Contains("key 'k1' has been replaced", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_host_that_was_cut_off_still_seals_with_the_old_key_is_refused_by_the_database()
    {
        await RotateAsync();
        var late = new MemberCiphers(new FieldCipher(KeyRings.Of("k1", "k2"))).Seal(17, "王芳芳", phone: null, idNumber: null);

        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => _city.Database.ExecuteAsync("UPDATE member SET name = $1 WHERE id = 17", late.Name));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refusal.SqlState);
        Assert.StartsWith("key k1 has been replaced", refusal.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_month_after_the_change_refuses_the_old_key_too()
    {
        await RotateAsync();
        await using var late = await TestInbox.StartAsync(_city.Database, KeyRings.Of("k1", "k2"));

        var answer = await late.HearAsync("wang", "菜单", 1, TimeProvider.System.GetUtcNow().AddDays(40));

        Assert.IsType<InboxAnswer.NotKept>(answer);
        Assert.Equal(0L, await _city.CountAsync("k1"));
    }

    [Fact]
    public async Task While_a_bot_lacks_the_new_key_nothing_is_done_and_the_bot_goes_on()
    {
        await using var bot = await RunningBot.StartAsync(_city.Database, KeyRings.Setting("k1"));
        await IsHeldAsync("k1");

        var printed = await RotateAsync();

        Assert.Equal(ExitCodes.Failed, printed.Code);
        Assert.StartsWith("Nothing was done: 1 running bots do not hold key 'k2'.", printed.Errors, StringComparison.Ordinal);
        Assert.Equal(0L, await _city.CountAsync("k2"));
        Assert.Equal(0L, await _city.Database.ScalarAsync<long>("SELECT count(*) FROM key_proof WHERE key_id = 'k2'"));
    }

    [Fact]
    public async Task While_a_bot_seals_with_the_old_key_that_key_is_kept_and_the_change_is_finished_later()
    {
        await using (await RunningBot.StartAsync(_city.Database, KeyRings.Setting("k1", "k2")))
        {
            await IsHeldAsync("k1 k2");
            var before = await _city.SealedWithAsync("k1");

            var printed = await RotateAsync();

            Assert.Equal(ExitCodes.Failed, printed.Code);
            Assert.StartsWith("1 running bots still seal with an older key. Still needed: 'k1'.", printed.Errors, StringComparison.Ordinal);

            // The bot may have sealed something of its own meanwhile, but nothing of what was there is left as it was.
            Assert.NotEmpty(before);
            Assert.Empty(before.Intersect(await _city.SealedWithAsync("k1")));
        }

        // What that bot had written meanwhile.
        await using (var old = await TestInbox.StartAsync(_city.Database, KeyRings.Of("k1", "k2")))
            await old.HearAsync("newcomer", "菜单", 1, TimeProvider.System.GetUtcNow());
        Assert.NotEqual(0L, await _city.CountAsync("k1"));

        // The database notices a moment later that a bot has ended.
        await Eventually.HoldsAsync(async () => (await RotateAsync()).Code == ExitCodes.Ok);
        Assert.Equal(0L, await _city.CountAsync("k1"));
    }

    [Fact]
    public async Task A_value_that_cannot_be_opened_is_told_and_left_and_its_key_is_kept()
    {
        await _city.Database.ExecuteAsync("UPDATE staff SET name = overlay(name placing '\\x00'::bytea from 20 for 1)");

        var printed = await RotateAsync();

        Assert.Equal(ExitCodes.Failed, printed.Code);
        Assert.Contains("staff.name: 1 values cannot be opened", printed.Output, StringComparison.Ordinal);
        Assert.Contains("Still needed: 'k1'", printed.Errors, StringComparison.Ordinal);
        Assert.Equal(1L, await _city.CountAsync("k1"));
        Assert.Contains("lacks key 'k1'", (await Assert.ThrowsAsync<SetupException>(
            () => RunningBot.StartAsync(_city.Database, KeyRings.Setting("k2")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_locked_is_left_for_later_and_not_forgotten()
    {
        await _city.AddMembersAsync(3);
        await using var connection = await _city.Database.Source.OpenConnectionAsync();
        var transaction = await ChangeMemberAsync(connection);
        var name = SealedColumns.All.Single(column => column.Name == "member.name");
        var resealer = new Resealer(_city.Database.Source, new FieldCipher(KeyRings.Of("k2", "k1")), TimeProvider.System);

        var work = resealer.RunAsync(name, CancellationToken.None);
        await Eventually.HoldsAsync(async () => await _city.CountAsync(name, "k2") == 3);
        await transaction.CommitAsync();

        Assert.Equal(new ResealCount(4, 0), await work);
        Assert.Equal(0L, await _city.CountAsync(name, "k1"));
        Assert.Equal(2, await _city.Database.ScalarAsync<short>("SELECT status FROM member WHERE id = 17"));
    }

    [Fact]
    public async Task The_fence_waits_for_writers_that_began_before_it()
    {
        await using var connection = await _city.Database.Source.OpenConnectionAsync();
        var transaction = await ChangeMemberAsync(connection);

        var rotation = RotateAsync();
        await Eventually.HoldsAsync(() => _city.Database.ScalarAsync<bool>(
            """
            SELECT EXISTS (SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
                            WHERE l.relation = 'member'::regclass AND NOT l.granted)
            """));
        await transaction.CommitAsync();

        Assert.Equal(ExitCodes.Ok, (await rotation).Code);
        Assert.Equal(0L, await _city.CountAsync("k1"));
    }

    [Fact]
    public async Task Two_at_once_do_not_get_in_each_others_way()
    {
        await _city.AddMembersAsync(2000);

        var both = await Task.WhenAll(RotateAsync(), RotateAsync());

        Assert.Contains(both, printed => printed.Code == ExitCodes.Ok);
        Assert.All(both, printed => Assert.True(
            printed.Code == ExitCodes.Ok || printed.Errors.StartsWith("Another rotate-keys", StringComparison.Ordinal), printed.Errors));
        Assert.Equal(0L, await _city.CountAsync("k1"));
    }

    public async Task InitializeAsync()
    {
        _city = await SealedCity.FillAsync(KeyRings.Of("k1"));
        _console = OperatorConsole.On(_city.Database, KeyRings.Setting("k2", "k1"));
    }

    public async Task DisposeAsync()
    {
        _console.Dispose();
        await _city.DisposeAsync();
    }

    private static async Task<NpgsqlTransaction> ChangeMemberAsync(NpgsqlConnection connection)
    {
        var transaction = await connection.BeginTransactionAsync();
        await using var update = new NpgsqlCommand("UPDATE member SET status = 2 WHERE id = 17", connection);
        await update.ExecuteNonQueryAsync();
        return transaction;
    }

    private Task<OperatorConsole.Printed> RotateAsync() => _console.RunAsync("rotate-keys");

    private Task IsHeldAsync(string keys) => Eventually.HoldsAsync(async () => await _city.Database.ScalarAsync<long>(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1",
        $"UnionBot keys {keys}") == 1);
}
