using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Commands;
using UnionBot.Web.Console.Broadcasts;

namespace UnionBot.SystemTests.Broadcasts;

/// <summary>A city with staff who write and release broadcasts. It begins at ten in the morning, whenever the test runs.</summary>
public sealed class BroadcastCity : AlarmCity
{
    private const string NoticeId = "broadcast-notice";
    private const string TemplateForm = "case-progress";

    /// <summary>Calls that are under way together.</summary>
    public const int AtOnce = 4;

    /// <summary>How its account sends to many.</summary>
    public MassWay By { get; init; }

    private long _writer;
    private long _approver;

    protected override (string Name, string Value)[] MoreSettings =>
    [
        ("Sending:Notices", $"broadcast={NoticeId} thing1=title,time2=time"),
        ("Sending:Templates", $"case-progress={TemplateForm} thing1=title"),
        ("Sending:MassBy", $"{By}"),
        ("Sending:AtOnce", $"{AtOnce}"),
    ];

    /// <summary>The platform's time, as it is in China.</summary>
    public DateTimeOffset Now => Bot.Services.GetRequiredService<BusinessClock>().GetUtcNow().ToOffset(UnionCalendar.ChinaOffset);

    public static new Task<BroadcastCity> StartAsync() => StartAsync(MassWay.Cheaper);

    public static async Task<BroadcastCity> StartAsync(MassWay by)
    {
        var city = new BroadcastCity { By = by };
        await city.InitializeAsync();
        await city.Sandbox.ControlAsync(
            "/sandbox/templates", new { id = NoticeId, title = "活动通知", fields = new { thing1 = "活动", time2 = "时间" }, subscription = true });
        await city.Sandbox.ControlAsync("/sandbox/templates", new { id = TemplateForm, title = "进展", fields = new { thing1 = "事项" }, subscription = false });
        await city.WaitAsync(city.Now.Date.AddDays(1).AddHours(10) - city.Now.DateTime);
        city._writer = await city.StaffAsync("赵敏", RoleKind.Operator);
        city._approver = await city.StaffAsync("陈静", RoleKind.Approver);
        return city;
    }

    /// <summary>A follower whom the bot knows; their openid.</summary>
    public async Task<string> FollowerAsync()
    {
        var follower = await Sandbox.AddFollowerAsync();
        await SayAsync(follower, "菜单");
        return follower;
    }

    /// <summary>The phone of who writes broadcasts, bound to them; its openid.</summary>
    public async Task<string> WriterPhoneAsync()
    {
        var phone = await Sandbox.AddFollowerAsync();
        var code = await AsAsync<StaffRegister, string?>(register => register.OpenCodeAsync(_writer, CancellationToken.None));
        await SayAsync(phone, $"绑定工作人员 {code}");
        return phone;
    }

    /// <summary>Who wrote it wants to see it on their own phone.</summary>
    public Task<BroadcastRefusal?> TestAsync(int number) =>
        AsAsync<TestSends, BroadcastRefusal?>(tests => tests.SendAsync(number, _writer, CancellationToken.None));

    /// <summary>The one thing that a follower got by a way: its kind and all that is in it.</summary>
    public async Task<string> CardAsync(string openId, string via)
    {
        string[] cards = [];
        await Eventually.HoldsAsync(async () => (cards = [.. (await DeliveredAsync(openId))
            .Where(item => (string?)item!["via"] == via).Select(item => $"{item!["kind"]} {item["content"]?.ToJsonString()}")]).Length > 0);
        return Assert.Single(cards);
    }

    /// <summary>What becomes of its people now, and what it costs.</summary>
    public Task<AudiencePlan> PlanAsync(int number) => AsAsync<BroadcastRegister, AudiencePlan>(async register =>
    {
        var broadcast = await register.FindAsync(number, _writer, CancellationToken.None);
        return await AsAsync<AudienceReader, AudiencePlan>(reader => reader.PlanAsync(broadcast!.Content, CancellationToken.None));
    });

    /// <summary>They want one of the notices that broadcasts go by.</summary>
    public Task AcceptAsync(string openId) => Sandbox.ActAsync(openId, "subscriptions", new { templateId = NoticeId, accept = true });

    /// <summary>Written and released for everybody, or for those with an open case of a kind, from nine tomorrow.</summary>
    public Task<int> ForTomorrowAsync(BroadcastRoute route, string text, string? caseKind = null)
    {
        var purpose = caseKind is null ? BroadcastPurpose.Campaign : BroadcastPurpose.Service;
        return ReleaseAsync(new BroadcastContent(
            "春送岗位", route, purpose, text, Audience.Everybody with { CaseKind = caseKind }, NineTomorrow, NineTomorrow.AddHours(9)));
    }

    /// <summary>The same with the articles of a draft, chosen as on the page.</summary>
    public async Task<int> ArticlesForTomorrowAsync(string mediaId)
    {
        var typed = TypedBroadcast.Empty with
        {
            Title = "春送岗位",
            Draft = mediaId,
            From = StaffWork.Show(NineTomorrow),
            Until = StaffWork.Show(NineTomorrow.AddHours(9)),
        };
        var problems = new List<BroadcastProblem>();
        var content = await AsAsync<BroadcastTyping, BroadcastContent>(typing => typing.ReadAsync(typed, problems, CancellationToken.None));
        Assert.Empty(problems);
        return await ReleaseAsync(content);
    }

    /// <summary>Articles in the account's draft box; the platform's id of them.</summary>
    public async Task<string> DraftAsync(string title) => (string)(await Sandbox.CallAsync(
        "/cgi-bin/draft/add", new { articles = new[] { new { title, content = "<p>周六上午</p>", digest = "泉城广场" } } }))["media_id"]!;

    /// <summary>What a member of staff does with a broadcast who did not write it.</summary>
    public Task<BroadcastRefusal?> ApproveAsync(int number, int version) =>
        AsAsync<BroadcastRegister, BroadcastRefusal?>(r => r.ApproveAsync(number, version, "春风行动", _approver, CancellationToken.None));

    private DateTimeOffset NineTomorrow => new DateTimeOffset(Now.Date.AddDays(1).AddHours(9), UnionCalendar.ChinaOffset).ToUniversalTime();

    private async Task<int> ReleaseAsync(BroadcastContent content)
    {
        var saved = await AsAsync<BroadcastRegister, SavedBroadcast>(r => r.CreateAsync(content, _writer, CancellationToken.None));
        Assert.Empty(saved.Problems);
        Assert.Null(await ApproveAsync(saved.Number!.Value, 1));
        return saved.Number!.Value;
    }

    /// <summary>Lets the platform's minutes pass until a broadcast is in a state.</summary>
    public async Task BecomesAsync(int number, BroadcastState state)
    {
        for (var minute = 0; minute < 30 && await StateAsync(number) != state; minute++)
        {
            await WaitAsync(TimeSpan.FromMinutes(1));
            await Eventually.HoldsAsync(IsMinuteDoneAsync);
        }

        Assert.Equal(state, await StateAsync(number));
    }

    public async Task<BroadcastState> StateAsync(int number) =>
        (BroadcastState)await Database.ScalarAsync<short>("SELECT state FROM broadcast WHERE id = $1", number);

    public Task<List<MassFate>> FatesAsync(int number) => AsAsync<MassLedger, List<MassFate>>(async ledger =>
    {
        var fates = new List<MassFate>();
        await foreach (var fate in ledger.FatesAsync(number, CancellationToken.None)) fates.Add(fate);
        return fates;
    });

    /// <summary>What a follower got by a way, in words.</summary>
    public async Task<IReadOnlyList<string>> GotAsync(string openId, string via) =>
        [.. (await DeliveredAsync(openId)).Where(item => (string?)item!["via"] == via).Select(item => (string?)item!["text"] ?? "")];

    // Whether what is due in this minute of the platform's has been looked at.
    private Task<bool> IsMinuteDoneAsync() => Database.ScalarAsync<bool>(
        """
        SELECT EXISTS (SELECT FROM job_schedule
         WHERE name = 'broadcasts/send-due' AND lease IS NULL AND done_until >= date_trunc('minute', $1))
        """,
        Now.ToUniversalTime());

    private Task<long> StaffAsync(string name, RoleKind role) => AsAsync<StaffRegister, long>(async register =>
    {
        var staff = (await register.AddAsync(name, null, CancellationToken.None))!.Value;
        await AsAsync<StaffRoles, bool>(roles => roles.GiveAsync(AuditActor.System, staff, role, null, CancellationToken.None));
        return staff;
    });

    private async Task<T> AsAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Bot.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
