using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup.Health;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>From a worker's crisis words to the phones of those on duty, through the platform.</summary>
public sealed partial class AlarmCityTests
{
    private const string CryForHelp = "我不想活了";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(121);
    private static readonly TimeSpan LongerThanTheWindow = TimeSpan.FromHours(49);

    [Fact]
    public async Task Crisis_words_ring_the_phone_on_duty_then_the_next_until_somebody_answers()
    {
        await using var city = await StartAsync(hasTemplate: false);
        var (first, second) = (await city.OnDutyAsync("赵敏"), await city.OnDutyAsync("周静"));

        var told = await city.SayAsync(await city.Sandbox.AddFollowerAsync(), CryForHelp);
        Assert.Contains("12356", told, StringComparison.Ordinal);
        await city.CalledAsync(first, times: 1);
        Assert.Empty(await city.CallsAsync(second));

        await city.WaitAsync(Patience);
        await city.CalledAsync(second, times: 1);

        var answer = await city.SayAsync(second, "收到");
        Assert.Contains("cases show", answer, StringComparison.Ordinal);
        await city.WaitAsync(10 * Patience);
        await Eventually.HoldsAsync(async () => await city.Database.ScalarAsync<long>("SELECT count(*) FROM alarm WHERE acknowledged_at IS NULL") == 0);
        Assert.Equal((1, 1), ((await city.CallsAsync(first)).Count, (await city.CallsAsync(second)).Count));
    }

    [Fact]
    public async Task Where_the_chat_of_staff_is_closed_a_template_message_rings_instead()
    {
        await using var city = await StartAsync(hasTemplate: true);
        var (first, second) = (await city.OnDutyAsync("赵敏"), await city.OnDutyAsync("周静"));
        await city.WaitAsync(LongerThanTheWindow);

        await city.SayAsync(await city.Sandbox.AddFollowerAsync(), CryForHelp);

        await city.CalledAsync(first, times: 1);
        var call = (await city.CallsAsync(first))[0];
        Assert.Equal("template", (string?)call["via"]);
        Assert.Contains("可能自伤", (string?)call["text"], StringComparison.Ordinal);
        Assert.Contains("收到 1", (string?)call["text"], StringComparison.Ordinal);
        await Eventually.HoldsAsync(async () => await city.Database.ScalarAsync<long>(
            "SELECT count(*) FROM outbound WHERE platform_id IS NOT NULL AND status = 4") == 1);
        Assert.Empty(await city.CallsAsync(second));
        Assert.Matches(TemplateCounted(), await city.Bot.Management.GetStringAsync("/metrics"));
        Assert.Contains("cases show", await city.SayAsync(first, "收到 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_message_that_the_phone_refuses_brings_the_next_at_once()
    {
        await using var city = await StartAsync(hasTemplate: true);
        var (first, second) = (await city.OnDutyAsync("赵敏"), await city.OnDutyAsync("周静"));
        await city.WaitAsync(LongerThanTheWindow);
        using var refuses = new HttpRequestMessage(HttpMethod.Patch, $"/sandbox/followers/{first}")
        {
            Content = new StringContent("""{"refusesMessages":true}""", System.Text.Encoding.UTF8, "application/json"),
        };
        await city.Sandbox.Http.SendAsync(refuses);

        await city.SayAsync(await city.Sandbox.AddFollowerAsync(), CryForHelp);

        await city.CalledAsync(second, times: 1);
        Assert.Empty(await city.CallsAsync(first));
    }

    [Fact]
    public async Task Without_a_template_the_next_is_called_at_once_and_after_the_rota_everybody()
    {
        await using var city = await StartAsync(hasTemplate: false);
        await city.OnDutyAsync("赵敏");
        await city.OnDutyAsync("周静");
        await city.WaitAsync(LongerThanTheWindow);
        var (third, fourth) = (await city.StaffAsync("李强"), await city.StaffAsync("陈刚"));

        await city.SayAsync(await city.Sandbox.AddFollowerAsync(), CryForHelp);

        await city.CalledAsync(third, times: 1);
        await city.CalledAsync(fourth, times: 1);
        Assert.Equal(4L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM alarm_call"));
        await Eventually.HoldsAsync(async () => LostCounted().IsMatch(await city.Bot.Management.GetStringAsync("/metrics")));
    }

    [Fact]
    public async Task The_check_warns_of_everybody_on_the_rota_who_would_not_be_reached()
    {
        await using var city = await StartAsync(hasTemplate: false);
        var (first, second) = (await city.OnDutyAsync("赵敏"), await city.OnDutyAsync("周静"));
        Assert.Null(await RotaFaultAsync(city));

        await city.Sandbox.ActAsync(first, "unfollow", new { });
        Assert.Equal("Staff 1 no longer follows the account: let them follow it again.", await RotaFaultAsync(city));

        await city.WaitAsync(LongerThanTheWindow);
        await city.Database.ExecuteAsync("UPDATE staff SET person_id = NULL WHERE id = 1");
        var fault = await RotaFaultAsync(city);
        Assert.Contains("Staff 1 has not bound a chat", fault, StringComparison.Ordinal);
        Assert.Contains("Staff 2 is on duty and has not written for 48 hours", fault, StringComparison.Ordinal);

        await city.SayAsync(second, "菜单");
        Assert.DoesNotContain("Staff 2", await RotaFaultAsync(city), StringComparison.Ordinal);
    }

    private static async Task<AlarmCity> StartAsync(bool hasTemplate)
    {
        var city = new AlarmCity { HasTemplate = hasTemplate };
        await city.InitializeAsync();
        await city.Sandbox.ControlAsync("/sandbox/templates", new
        {
            id = AlarmCity.TemplateId,
            title = "紧急事件提醒",
            fields = new { character_string1 = "编号", thing2 = "类别", time3 = "时间", thing4 = "处理" },
        });
        return city;
    }

    private static Task<string?> RotaFaultAsync(City city) => city.Bot.Services.GetServices<IOperatorCheck>()
        .Single(check => check.Name == "duty rota").FaultAsync(CancellationToken.None);

    [GeneratedRegex("""unionbot_wechat_sends_total\{way="template",outcome="Sent"\} [1-9]""")]
    private static partial Regex TemplateCounted();

    [GeneratedRegex("unionbot_alarm_calls_lost_total [1-9]")]
    private static partial Regex LostCounted();
}
