using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Calendar;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>A city whose account has a subscription notice (订阅通知) for digests, and a page on which people allow one.</summary>
public sealed class DigestCity : VacancyCity
{
    public const string NoticeId = "vacancy-digest";
    public const string NoticePage = "https://mp.weixin.qq.com/s/allow-digests";

    protected override (string Name, string Value)[] MoreSettings =>
        [("Sending:Notices", $"vacancy-push={NoticeId} thing1=title,phrase2=state,time3=time"), ("Sending:NoticePage", NoticePage)];

    public static new async Task<DigestCity> StartAsync()
    {
        var city = new DigestCity();
        await ((IAsyncLifetime)city).InitializeAsync();
        await city.Sandbox.ControlAsync(
            "/sandbox/templates", new { id = NoticeId, title = "岗位提醒", fields = new { thing1 = "岗位", phrase2 = "状态", time3 = "时间" }, subscription = true });
        return city;
    }

    /// <summary>A cleaning vacancy in 历下 that nobody has seen yet.</summary>
    public Task AddAsync(string employer, string title) =>
        AddAsync($"{employer},{title},保洁,历下区,泉城路,历下区泉城路9号,36.6651,117.0251,3600-3900元/月,白班 8-17点,交五险,商场保洁,,,18-60,2,李经理,13800003001,{InAMonth},演示");

    public Task<JsonNode> AllowAsync(string openId) => Sandbox.ActAsync(openId, "subscriptions", new { templateId = NoticeId, accept = true });

    /// <summary>Lets time pass until a minute after the digests of a later evening, and until they are written.</summary>
    /// <param name="days">How many days later.</param>
    public async Task EveningAsync(int days)
    {
        var clock = Bot.Services.GetRequiredService<BusinessClock>();
        var evening = new DateTimeOffset(UnionCalendar.DayOf(clock.GetUtcNow()).AddDays(days), new TimeOnly(18, 30), UnionCalendar.ChinaOffset);
        await Sandbox.ControlAsync("/sandbox/clock", new { to = evening.AddMinutes(1) });
        await Eventually.HoldsAsync(() => Database.ScalarAsync<bool>(
            "SELECT EXISTS (SELECT FROM job_schedule WHERE name = 'vacancies/send-digests' AND lease IS NULL AND done_until >= $1)", evening.ToUniversalTime()));
    }

    /// <summary>The cards of notices that somebody got, in order.</summary>
    public async Task<IReadOnlyList<JsonNode>> NoticesAsync(string openId) =>
        [.. (await DeliveredAsync(openId)).OfType<JsonNode>().Where(item => (string?)item["via"] == "subscription")];
}
