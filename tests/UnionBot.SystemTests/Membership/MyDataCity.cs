using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.People;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Membership;

/// <summary>A city whose people are bound and ask for copies of their data.</summary>
public sealed partial class MyDataCity : City
{
    /// <summary>A member bound by the code that went to their phone.</summary>
    /// <returns>Their openid.</returns>
    public async Task<string> AddBoundWorkerAsync(long member, string name, string phone)
    {
        await AddMemberAsync(member, name, phone);
        var worker = await Sandbox.AddFollowerAsync();
        foreach (var text in new[] { "绑定", name, phone }) await SayAsync(worker, text);
        Assert.Contains("已绑定", await SayAsync(worker, await CodeAsync(phone, messages: 1)), StringComparison.Ordinal);
        await LetAMinutePassAsync();
        return worker;
    }

    /// <summary>A worker says 导出我的资料.</summary>
    /// <returns>A browser that has followed the link of the answer.</returns>
    internal async Task<MyDataVisitor> ExportAsync(string worker)
    {
        var visitor = new MyDataVisitor(new Uri(Bot.Client.BaseAddress!, Link().Match(await SayAsync(worker, "导出我的资料")).Value));
        await visitor.OpenAsync();
        return visitor;
    }

    /// <summary>The newest code, once so many messages have reached the phone.</summary>
    public async Task<string> CodeAsync(string phone, int messages)
    {
        await Eventually.HoldsAsync(async () => (await MessagesAsync(phone)).Length == messages);
        return Digits().Match((await MessagesAsync(phone))[0]).Value;
    }

    /// <summary>So that the phone may be sent another code.</summary>
    public Task LetAMinutePassAsync() =>
        Database.ExecuteAsync("UPDATE one_time_code SET created_at = created_at - interval '2 minutes'");

    private async Task<string[]> MessagesAsync(string phone)
    {
        using var json = JsonDocument.Parse(await Sandbox.Http.GetStringAsync($"/sandbox/sms?phone={phone}"));
        return [.. json.RootElement.EnumerateArray().Select(sms => sms.GetProperty("text").GetString()!)];
    }

    private async Task AddMemberAsync(long id, string name, string phone)
    {
        Assert.True(MobileNumber.TryParse(phone, out var mobile));
        await Database.ExecuteAsync(
            """
            INSERT INTO organisation (id, path, name, level, region_code)
            VALUES (1, '1.', '青州市第一棉纺厂工会', 5, '370781') ON CONFLICT DO NOTHING
            """);
        await using var db = Database.Open();
        var identity = Bot.Services.GetRequiredService<MemberCiphers>().Seal(id, name, mobile, idNumber: null);
        db.Add(new Member(id, 1, identity, $"NO{id}", new DateOnly(2019, 5, 1), MemberStatus.Active));
        await db.SaveChangesAsync();
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Digits();

    [GeneratedRegex("/my-data/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
