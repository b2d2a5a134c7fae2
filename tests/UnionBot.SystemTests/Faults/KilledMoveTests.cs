using UnionBot.Core.Data;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.Faults;

/// <summary>The bot is killed (kill -9) when a consultation has its new time and its reminders are about to be replaced.</summary>
public sealed class KilledMoveTests : IAsyncLifetime
{
    private LoneServer _server = null!;
    private KillableCity _city = null!;

    public async Task InitializeAsync()
    {
        _server = await LoneServer.StartAsync();
        _city = await KillableCity.OpenAsync(_server.ConnectionString, answerTimeout: "00:00:15");
        await AddLawyerAsync();
    }

    public async Task DisposeAsync()
    {
        await _city.DisposeAsync();
        _server.Dispose();
    }

    [Fact]
    public async Task Time_and_reminders_change_together_or_not_at_all()
    {
        var worker = (await _city.Sandbox.AddFollowersAsync(1)).Single();
        foreach (var words in new[] { "老板欠我两万工资，想约律师，打我13800000001", "3", "好", "改时间", "随便哪天都行" }) await _city.Sandbox.SayAsync(worker, words);
        var (start, reminders) = (await StartAsync(), await RemindersAsync("status = 0"));
        Assert.NotEmpty(reminders);

        await using (var held = await HeldLock.TakeAsync(_city.Source, "SELECT 1 FROM outbound WHERE occasion LIKE 'legal-aid/reminder%' FOR UPDATE"))
        {
            var said = _city.Sandbox.SayAsync(worker, "1");
            await held.WaitedForAsync();
            _city.Kill();
            await held.EndWaitersAsync();

            Assert.Equal((start, 1L), (await StartAsync(), await TakenAsync()));
            await held.DisposeAsync();
            Assert.Equal(reminders, await RemindersAsync("status = 0"));
            await _city.StartAsync(0);
            await said;
        }

        await _city.LetTimePassAsync();
        await Eventually.HoldsAsync(() => _city.ScalarAsync<bool>("SELECT moves = 1 FROM legal_booking"));
        Assert.NotEqual(start, await StartAsync());
        Assert.Equal(1L, await TakenAsync());
        Assert.Equal(reminders, await RemindersAsync("status = 9 AND withheld = 7"));
        Assert.All(await RemindersAsync("status <> 9"), occasion => Assert.EndsWith("/1", occasion, StringComparison.Ordinal));
    }

    private Task<DateTime> StartAsync() => _city.ScalarAsync<DateTime>("SELECT starts_at FROM legal_booking");

    private Task<long> TakenAsync() => _city.ScalarAsync<long>("SELECT count(*) FROM legal_taken_time WHERE held_until IS NULL");

    private Task<string[]> RemindersAsync(string which) => _city.ScalarAsync<string[]>(
        $"SELECT coalesce(array_agg(occasion::text ORDER BY occasion), '{{}}') FROM outbound WHERE occasion LIKE 'legal-aid/reminder%' AND {which}");

    /// <summary>On every working day, by phone.</summary>
    private async Task AddLawyerAsync()
    {
        var ciphers = new LegalAidCiphers(new FieldCipher(RunningBot.Keys));
        var id = await _city.ScalarAsync<long>("SELECT nextval(pg_get_serial_sequence('legal_lawyer', 'id'))");
        await using var db = DatabaseSchema.Open(_city.Source);
        db.Add(new Lawyer(id, ciphers.SealLawyer(id, "周静"), ciphers.LawyerHash("周静", "所"), new LawyerFacts { Office = "历下律师事务所" }));
        foreach (var day in Enum.GetValues<DayOfWeek>())
            db.Add(new RotaBlock(id, day, new TimeOnly(8, 30), new TimeOnly(17, 0), null, ConsultationModes.Phone, new DateOnly(2026, 1, 1), null));
        await db.SaveChangesAsync();
    }
}
