using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.People;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Membership;

/// <summary>Membership as people live it: the platform, the phone that gets codes, and a browser.</summary>
public sealed partial class MemberCityTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task A_worker_is_bound_by_a_code_on_the_phone_page_and_takes_a_copy_of_their_data_once()
    {
        const string Phone = "13800000017";
        await AddMemberAsync(17, "王芳", Phone);
        var worker = await city.Sandbox.AddFollowerAsync();
        await SayAsync(worker, "绑定", "王芳", Phone);
        Assert.Contains("已绑定", await city.SayAsync(worker, await CodeAsync(Phone, messages: 1)), StringComparison.Ordinal);

        await city.Database.ExecuteAsync("UPDATE one_time_code SET created_at = created_at - interval '2 minutes'");
        await city.SayAsync(worker, "导出我的资料");
        var ready = await city.SayAsync(worker, await CodeAsync(Phone, messages: 2));
        var path = Link().Match(ready).Value;

        Assert.DoesNotContain(Phone, await city.Bot.Client.GetStringAsync(path), StringComparison.Ordinal);
        var page = await city.Bot.Client.PostAsync(path, content: null);
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("noindex", page.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Contains(Phone, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var file = await city.Bot.Client.PostAsync($"{path}/file", content: null);
        using var json = JsonDocument.Parse(await file.Content.ReadAsStringAsync());
        Assert.Equal(3, json.RootElement.GetProperty("sections").GetArrayLength());

        Assert.Equal(HttpStatusCode.Gone, (await city.Bot.Client.PostAsync(path, content: null)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await city.Bot.Client.PostAsync($"{path}/file", content: null)).StatusCode);
        Assert.Equal(2L, await city.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action IN ('my-data/read', 'my-data/downloaded')"));
    }

    [Fact]
    public async Task An_invented_address_shows_nothing() => Assert.Equal(
        HttpStatusCode.Gone, (await city.Bot.Client.PostAsync($"/my-data/{new string('A', 43)}", content: null)).StatusCode);

    private async Task SayAsync(string worker, params string[] texts)
    {
        foreach (var text in texts) await city.SayAsync(worker, text);
    }

    /// <summary>The newest code, once so many messages have reached the phone.</summary>
    private async Task<string> CodeAsync(string phone, int messages)
    {
        var path = $"/sandbox/sms?phone={phone}";
        await Eventually.HoldsAsync(async () => (await ReadAsync(path)).Count() == messages);
        return Digits().Match((await ReadAsync(path)).First()).Value;
    }

    private async Task<IEnumerable<string>> ReadAsync(string path)
    {
        using var json = JsonDocument.Parse(await city.Sandbox.Http.GetStringAsync(path));
        return [.. json.RootElement.EnumerateArray().Select(sms => sms.GetProperty("text").GetString()!)];
    }

    private async Task AddMemberAsync(long id, string name, string phone)
    {
        Assert.True(MobileNumber.TryParse(phone, out var mobile));
        await city.Database.ExecuteAsync(
            "INSERT INTO organisation (id, path, name, level, region_code) VALUES (1, '1.', '青州市第一棉纺厂工会', 5, '370781')");
        await using var db = city.Database.Open();
        var identity = city.Bot.Services.GetRequiredService<MemberCiphers>().Seal(id, name, mobile, idNumber: null);
        db.Add(new Member(id, 1, identity, $"NO{id}", new DateOnly(2019, 5, 1), MemberStatus.Active));
        await db.SaveChangesAsync();
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Digits();

    [GeneratedRegex("/my-data/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
