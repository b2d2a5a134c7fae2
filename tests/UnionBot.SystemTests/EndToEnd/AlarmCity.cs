using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.People;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>A city whose staff are called to alarms on their own phones; by template messages where their chats are closed.</summary>
public class AlarmCity : City
{
    public const string TemplateId = "alarm-template";

    /// <summary>Whether the account has a template for alarms.</summary>
    public bool HasTemplate { get; init; }

    protected override (string Name, string Value)[] MoreSettings => HasTemplate
        ?
        [
            ("Alarm:TemplateId", TemplateId),
            ("Alarm:TemplateFields", "character_string1=number,thing2=kind,time3=time,thing4=todo"),
        ]
        : [];

    /// <summary>A member of staff whose phone is bound and who is on duty for the next three weeks.</summary>
    /// <returns>Their openid.</returns>
    public async Task<string> OnDutyAsync(string name)
    {
        var phone = await StaffAsync(name);
        await using var scope = Bot.Services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<BusinessClock>().GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<DutyRegister>()
            .AddAsync(AuditActor.System, await LatestStaffAsync(), now.AddMinutes(-1), now.AddDays(21), CancellationToken.None);
        return phone;
    }

    /// <summary>A member of staff whose phone is bound.</summary>
    public async Task<string> StaffAsync(string name)
    {
        await using var scope = Bot.Services.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<StaffRegister>();
        var id = await register.AddAsync(name, organisation: null, CancellationToken.None);
        var code = await register.OpenCodeAsync(id!.Value, CancellationToken.None);
        var phone = await Sandbox.AddFollowerAsync();
        await SayAsync(phone, $"绑定工作人员 {code}");
        return phone;
    }

    /// <summary>The calls to alarms on a phone, in order.</summary>
    public async Task<IReadOnlyList<JsonNode>> CallsAsync(string phone) =>
        [.. (await DeliveredAsync(phone)).OfType<JsonNode>().Where(item => (string?)item["via"] is "custom" or "template")];

    public Task CalledAsync(string phone, int times) =>
        Eventually.HoldsAsync(async () => (await CallsAsync(phone)).Count == times);

    /// <summary>Lets the platform's time pass, and waits until the bot follows.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        var clock = Bot.Services.GetRequiredService<BusinessClock>();
        var before = clock.Offset;
        await Sandbox.AdvanceAsync(time);
        await Eventually.HoldsAsync(() => clock.Offset >= before + time - TimeSpan.FromSeconds(1));
    }

    private Task<long> LatestStaffAsync() => Database.ScalarAsync<long>("SELECT max(id) FROM staff");
}
