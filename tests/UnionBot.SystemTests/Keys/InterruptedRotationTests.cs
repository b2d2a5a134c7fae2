using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;
using UnionBot.Web.Commands;
using UnionBot.Web.Setup.Keys.Rotation;

namespace UnionBot.SystemTests.Keys;

/// <summary>The key is changed while others work, and by a command that is killed.</summary>
public sealed class InterruptedRotationTests : IAsyncLifetime
{
    private static readonly SealedColumn MemberName = SealedColumns.All.Single(column => column.Name == "member.name");

    private SealedCity _city = null!;

    private (string, string)[] Settings =>
        [.. RunningBot.Usual, ("ConnectionStrings:UnionBot", _city.Database.ConnectionString), KeyRings.Setting("k2", "k1")];

    [Fact]
    public async Task Killed_again_and_again_it_goes_on_where_it_was_and_ends_with_all_that_was_there()
    {
        await _city.AddMembersAsync(3000);
        var before = await _city.ReadAsync(KeyRings.Of("k1"));
        await WaitAtHundredsAsync();

        foreach (var member in (long[])[1500, 2500, 3500])
        {
            await using var held = await HeldLock.TakeAsync(_city.Database.Source, "SELECT pg_advisory_xact_lock($1)", member);
            using var command = BotProcess.Start(["rotate-keys"], Settings);
            await held.WaitedForAsync();
            command.Kill();
            await held.EndWaitersAsync();
        }

        Assert.NotEqual(0L, await _city.CountAsync("k1"));
        Assert.Equal(before, await _city.ReadAsync(KeyRings.Of("k2", "k1")));

        var ended = await BotProcess.RunAsync(["rotate-keys"], Settings);

        Assert.Equal((ExitCodes.Ok, ""), (ended.ExitCode, ended.Errors));
        Assert.Equal(0L, await _city.CountAsync("k1"));
        Assert.Equal(before, await _city.ReadAsync(KeyRings.Of("k2")));
    }

    [Fact]
    public async Task While_two_hosts_answer_nothing_is_lost_and_nothing_old_is_left()
    {
        const int People = 30;
        await _city.AddMembersAsync(3000);
        await using var one = await TestInbox.StartAsync(_city.Database, KeyRings.Of("k2", "k1"));
        await using var other = await TestInbox.StartAsync(_city.Database, KeyRings.Of("k2", "k1"));
        using var console = OperatorConsole.On(_city.Database, KeyRings.Setting("k2", "k1"));

        var rotation = console.RunAsync("rotate-keys");
        var said = await Task.WhenAll(Enumerable.Range(0, People).Select(n => TalkUntilAsync(rotation, n % 2 == 0 ? one : other, n)));

        Assert.Equal(ExitCodes.Ok, (await rotation).Code);
        Assert.Equal(0L, await _city.CountAsync("k1"));
        Assert.Equal(said.Sum(), await _city.Database.ScalarAsync<long>(
            "SELECT count(*) FROM inbound JOIN person p ON p.id = person_id WHERE answered_at IS NOT NULL AND p.scene = 'rotation'"));
        Assert.NotEmpty(await _city.ReadAsync(KeyRings.Of("k2")));
    }

    [Fact]
    public async Task What_somebody_wrote_since_a_value_was_read_is_never_undone()
    {
        var newer = new MemberCiphers(new FieldCipher(KeyRings.Of("k2", "k1")));
        await using var connection = await _city.Database.Source.OpenConnectionAsync();
        var statements = await ResealStatements.ForAsync(MemberName, connection, CancellationToken.None);
        var read = await NameAsync();

        await _city.Database.ExecuteAsync(
            "UPDATE member SET name = $1 WHERE id = 17", newer.Seal(17, "王芳芳", phone: null, idNumber: null).Name);
        byte[][] old = [read], anew = [newer.Seal(17, newer.OpenName(17, read), phone: null, idNumber: null).Name];
        string[] key = ["17"];
        var replaced = await _city.Database.ExecuteAsync(statements.Replace, old, anew, key);

        Assert.Equal(0, replaced);
        Assert.Equal("王芳芳", newer.OpenName(17, await NameAsync()));
    }

    public async Task InitializeAsync() => _city = await SealedCity.FillAsync(KeyRings.Of("k1"));

    public async Task DisposeAsync() => await _city.DisposeAsync();

    /// <summary>Whoever changes a member whose number is full hundreds waits while a lock of that number is held.</summary>
    private async Task WaitAtHundredsAsync()
    {
        await _city.Database.ExecuteAsync(
            "CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock(OLD.id); RETURN NEW; END'");
        await _city.Database.ExecuteAsync(
            "CREATE TRIGGER wait_here BEFORE UPDATE ON member FOR EACH ROW WHEN (OLD.id % 100 = 0) EXECUTE FUNCTION wait_here()");
    }

    private Task<byte[]> NameAsync() => _city.Database.ScalarAsync<byte[]>("SELECT name FROM member WHERE id = 17");

    /// <returns>How many messages were answered.</returns>
    private async Task<long> TalkUntilAsync(Task end, TestInbox host, int person)
    {
        var said = 0L;
        do
        {
            said++;
            var answer = await host.HearAsync($"person{person}", said % 2 == 1 ? "绑定" : "取消", said);
            Assert.IsType<InboxAnswer.Reply>(answer);
        }
        while (!end.IsCompleted);

        await _city.Database.ExecuteAsync(
            "UPDATE person SET scene = 'rotation' WHERE address_hash = $1", host.Get<MessageCiphers>().AddressHash("wechat", $"person{person}"));
        return said;
    }
}
