using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Cases;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>The platform answers a send with a gateway's page: nobody knows whether the person got it.</summary>
public sealed class UnsureAnswerCityTests
{
    [Theory]
    [InlineData("html")]
    [InlineData("dropAnswer")]
    public async Task Staff_are_told_on_their_phone_that_nobody_knows_whether_their_answer_arrived(string fault)
    {
        await using var city = new AlarmCity();
        await city.InitializeAsync();
        var (phone, worker) = (await city.OnDutyAsync("赵敏"), await city.Sandbox.AddFollowerAsync());
        await city.SayAsync(worker, "人工");
        await city.CalledAsync(phone, times: 1);

        await city.Sandbox.ControlAsync(
            "/sandbox/faults", new { kind = fault, path = "/cgi-bin/message/custom/send", times = 1, status = 502 });
        await AnswerAsync(city);

        await city.CalledAsync(phone, times: 2);
        Assert.Contains("编号 1：", (string?)(await city.CallsAsync(phone))[1]["text"], StringComparison.Ordinal);
        await city.SayAsync(phone, "收到");
        Assert.Equal(1, await city.Database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE status = 7"));
        Assert.Equal(2, (await city.CallsAsync(phone)).Count);
    }

    private static async Task AnswerAsync(City city)
    {
        await using var scope = city.Bot.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<CaseDesk>();
        Assert.Null(await desk.AnswerAsync(1, staff: 1, "周三上午给您回电话。", CancellationToken.None));
    }
}
