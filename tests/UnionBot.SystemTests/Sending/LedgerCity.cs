using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Sending;

/// <summary>
/// A city whose account has a template for bookings and a subscription notice for vacancies. It begins at ten in the morning, whenever
/// the test runs: at night nothing would be sent.
/// </summary>
public sealed class LedgerCity : AlarmCity
{
    public const string Custom = "/cgi-bin/message/custom/send";
    public const string Template = "/cgi-bin/message/template/send";
    public const string Notice = "/cgi-bin/message/subscribe/bizsend";
    public const string FormId = "ledger";

    /// <summary>Calls that are under way together.</summary>
    public const int AtOnce = 4;

    private int _occasions;

    protected override (string Name, string Value)[] MoreSettings =>
    [
        ("Sending:Templates", $"booking={FormId} thing1=kind,time2=time"),
        ("Sending:Notices", $"vacancy-push={FormId} thing1=kind,time2=time"),
        ("Sending:AtOnce", $"{AtOnce}"),
    ];

    public static new async Task<LedgerCity> StartAsync()
    {
        var city = new LedgerCity();
        await city.InitializeAsync();
        foreach (var subscription in new[] { false, true })
        {
            await city.Sandbox.ControlAsync("/sandbox/templates", new
            {
                id = FormId,
                title = "通知",
                fields = new { thing1 = "事项", time2 = "时间" },
                subscription,
            });
        }

        var now = city.Bot.Services.GetRequiredService<BusinessClock>().GetUtcNow().ToOffset(UnionCalendar.ChinaOffset);
        await city.WaitAsync(now.Date.AddDays(1).AddHours(10) - now.DateTime);
        return city;
    }

    /// <summary>A follower who has written; their openid.</summary>
    public async Task<string> WorkerAsync()
    {
        var worker = await Sandbox.AddFollowerAsync();
        await SayAsync(worker, "菜单");
        return worker;
    }

    /// <summary>The same, but so long ago that every window is closed.</summary>
    public async Task<string> SilentWorkerAsync()
    {
        var worker = await WorkerAsync();
        await WaitAsync(TimeSpan.FromHours(49));
        return worker;
    }

    /// <summary>Adds something of a kind to the ledger.</summary>
    public async Task TellAsync(string openId, MessageKind kind)
    {
        await using var scope = Bot.Services.CreateAsyncScope();
        var person = await Bot.Services.GetRequiredService<PeopleByAddress>().FindAsync("wechat", openId, CancellationToken.None);
        var now = Bot.Services.GetRequiredService<BusinessClock>().GetUtcNow();
        var draft = new OutboundDraft(person!.Value, $"test/{++_occasions}", new StaffAnswer(7, $"第{_occasions}条"), now, now.AddDays(3))
        {
            Kind = kind,
            Notice = new AlarmNotice(_occasions, CrisisKind.Fire, now, 1),
        };
        await scope.ServiceProvider.GetRequiredService<Outbox>().AddAsync([draft], CancellationToken.None);
    }

    public Task AcceptNoticeAsync(string openId) =>
        Sandbox.ActAsync(openId, "subscriptions", new { templateId = FormId, accept = true });

    /// <summary>What was ordered and has not happened yet never will.</summary>
    public async Task RecoverAsync()
    {
        using var response = await Sandbox.Http.DeleteAsync(new Uri("/sandbox/faults", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    public Task OrderAsync(object fault) => Sandbox.ControlAsync("/sandbox/faults", fault);

    /// <summary>What a follower got unasked, by the ways it came.</summary>
    public async Task<IReadOnlyList<string>> WaysAsync(string openId) =>
        [.. (await DeliveredAsync(openId)).Select(item => (string)item!["via"]!).Where(via => via is "custom" or "template")];

    public Task<long> CountAsync(OutboundStatus status) => Database.ScalarAsync<long>(
        "SELECT count(*) FROM outbound WHERE occasion LIKE 'test/%' AND status = $1", (short)status);

    public Task HasAsync(OutboundStatus status, long times) => Eventually.HoldsAsync(async () => await CountAsync(status) == times);

    /// <summary>All sending but answers and alarms rests until it is started again, so that what is told meanwhile is claimed in one batch.</summary>
    public Task StopAsync() => Database.ExecuteAsync("UPDATE send_switch SET is_stopped = true");

    public Task GoOnAsync() => Database.ExecuteAsync("UPDATE send_switch SET is_stopped = false");
}
