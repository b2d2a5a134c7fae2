using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Calendar;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.StaffConsole;

namespace UnionBot.SystemTests.Broadcasts;

/// <summary>The real bot with staff who write and release broadcasts, two districts, and people in them.</summary>
public sealed class BroadcastOffice : IAsyncLifetime
{
    public const long City = 1;
    public const long Lixia = 2;
    public const long Shizhong = 3;

    private long _members = 100;

    public ConsoleUnderTest Console { get; } = new();

    public TestDatabase Database => Console.Database;

    public DateTimeOffset Now => Console.Bot.Services.GetRequiredService<BusinessClock>().GetUtcNow();

    /// <summary>Nine in the morning of tomorrow in China.</summary>
    public DateTimeOffset NineTomorrow =>
        new DateTimeOffset(UnionCalendar.DayOf(Now).AddDays(1), new TimeOnly(9, 0), UnionCalendar.ChinaOffset).ToUniversalTime();

    public BroadcastContent Content => new(
        "春送岗位", BroadcastRoute.Mass, BroadcastPurpose.Campaign, "春送岗位招聘会周六上午在泉城广场，带身份证就能来。",
        Audience.Everybody, NineTomorrow, NineTomorrow.AddHours(9));

    public async Task InitializeAsync()
    {
        await Console.InitializeAsync();
        await Database.ExecuteAsync(
            """
            INSERT INTO organisation (id, parent_id, path, name, level, region_code) VALUES
              (1, NULL, '1.', '济南市总工会', 2, '370100'), (2, 1, '1.2.', '历下区总工会', 3, '370102'),
              (3, 1, '1.3.', '市中区总工会', 3, '370103'), (22, 2, '1.2.22.', '泉城物业公司工会', 5, '370102')
            """);
    }

    public Task DisposeAsync() => Console.DisposeAsync();

    /// <summary>A member of staff by number; their roles count for a node, or for the whole union.</summary>
    public async Task<long> StaffAsync(string user, RoleKind role, long? organisation = null)
    {
        var (staff, _) = await Console.AddAsync(user, role);
        if (organisation is { } node) await Database.ExecuteAsync("UPDATE staff_role SET organisation_id = $1 WHERE staff_id = $2", node, staff);
        return staff;
    }

    /// <summary>A follower who is on no roster.</summary>
    public async Task<long> FollowerAsync(string address) =>
        (await Console.Bot.Services.GetRequiredService<PeopleByAddress>().FindOrAddAsync("wechat", address, CancellationToken.None)).Value;

    /// <summary>A follower who is bound to a member of an organisation.</summary>
    public async Task<long> MemberAsync(string address, long organisation, string name = "王秀英", params string[] tags)
    {
        var (person, member) = (await FollowerAsync(address), await RosterAsync(organisation, name, tags));
        await Database.ExecuteAsync("UPDATE member SET person_id = $1, bound_at = now() WHERE id = $2", person, member);
        return person;
    }

    /// <summary>A member on the roster whom nobody has bound.</summary>
    public async Task<long> RosterAsync(long organisation, string name, params string[] tags)
    {
        var id = ++_members;
        Assert.True(MobileNumber.TryParse($"13800000{id}", out var phone));
        await using (var db = Database.Open())
        {
            var identity = Console.Bot.Services.GetRequiredService<MemberCiphers>().Seal(id, name, phone, idNumber: null);
            db.Add(new Member(id, organisation, identity, $"M{id}", null, MemberStatus.Active));
            await db.SaveChangesAsync();
        }

        foreach (var tag in tags) await Database.ExecuteAsync("INSERT INTO member_tag (member_id, tag) VALUES ($1, $2)", id, tag);
        return id;
    }

    /// <summary>One request's worth of a service.</summary>
    public async Task<T> AsAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Console.Bot.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<int> CreateAsync(BroadcastContent content, long writer)
    {
        var saved = await AsAsync<BroadcastRegister, SavedBroadcast>(r => r.CreateAsync(content, writer, CancellationToken.None));
        Assert.Empty(saved.Problems);
        Assert.Null(saved.Refusal);
        return saved.Number!.Value;
    }

    public Task<BroadcastRefusal?> ApproveAsync(int number, long approver, int seen = 1) =>
        AsAsync<BroadcastRegister, BroadcastRefusal?>(r => r.ApproveAsync(number, seen, "招聘会", approver, CancellationToken.None));

    public Task<AudiencePlan> PlanAsync(BroadcastContent content) =>
        AsAsync<AudienceReader, AudiencePlan>(r => r.PlanAsync(content, CancellationToken.None));

    public async Task<BroadcastState> StateAsync(int number) =>
        (BroadcastState)await Database.ScalarAsync<short>("SELECT state FROM broadcast WHERE id = $1", number);

    /// <summary>The window of a broadcast is open now, whatever the time of day.</summary>
    public Task OpenWindowAsync(int number) => Database.ExecuteAsync(
        "UPDATE broadcast SET not_before = $2, not_after = $3 WHERE id = $1", number, Now.AddMinutes(-1), Now.AddHours(9));

    /// <summary>What happens every minute.</summary>
    public async Task<JobReport> MinuteAsync()
    {
        await using var scope = Console.Bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SendDueBroadcasts>().RunAsync(Now, CancellationToken.None);
    }
}
