using UnionBot.Core.Messaging;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>The yes that a digest needs, and the digest on the phone of somebody whose chat is closed.</summary>
public sealed class DigestCityTests
{
    [Fact]
    public async Task Who_asks_for_digests_is_sent_to_the_page_that_allows_one_until_they_have()
    {
        await using var city = await DigestCity.StartAsync();
        var (asked, allowed) = (await city.Sandbox.AddFollowerAsync(), await city.Sandbox.AddFollowerAsync());
        await city.SayAsync(allowed, "菜单");
        await city.AllowAsync(allowed);

        foreach (var worker in new[] { asked, allowed }) await city.SayAsync(worker, "历下保洁，白班，3500以上");

        Assert.Contains(DigestCity.NoticePage, await city.SayAsync(asked, "要"), StringComparison.Ordinal);
        var kept = await city.SayAsync(allowed, "要");
        Assert.Contains("记下了", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(DigestCity.NoticePage, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_for_a_closed_chat_goes_by_the_one_notice_that_was_allowed_and_the_next_waits()
    {
        await using var city = await DigestCity.StartAsync();
        var worker = await city.Sandbox.AddFollowerAsync();
        await city.SayAsync(worker, "历下保洁，白班，3500以上");
        await city.SayAsync(worker, "要");
        await city.AllowAsync(worker);
        await city.AddAsync("历下新环境有限公司", "新大厦保洁员");

        await city.EveningAsync(3);
        await Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>("SELECT EXISTS (SELECT FROM outbound WHERE status = 4)"));

        var card = Assert.Single(await city.NoticesAsync(worker));
        Assert.Equal(["新大厦保洁员 泉城路 3600起", "新岗位"], Values(card)[..2]);
        Assert.Contains("18:30", Values(card)[2], StringComparison.Ordinal);
        Assert.Equal(1, await city.Database.ScalarAsync<int>("SELECT spent FROM notice_use WHERE template_id = $1", DigestCity.NoticeId));

        await city.AddAsync("泉城家政有限公司", "写字楼保洁员");
        await city.EveningAsync(1);
        await Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>(
            "SELECT EXISTS (SELECT FROM outbound WHERE status = $1 AND occasion LIKE 'vacancies/digest/%')", (short)OutboundStatus.HeldForContact));
        Assert.Single(await city.NoticesAsync(worker));

        await city.SayAsync(worker, "菜单");
        await Eventually.HoldsAsync(async () => (await city.DeliveredAsync(worker)).Any(
            item => (string?)item!["via"] == "custom" && ((string?)item["text"])!.Contains("写字楼保洁员", StringComparison.Ordinal)));
    }

    private static string[] Values(System.Text.Json.Nodes.JsonNode card) =>
        [.. card["content"]!["fields"]!.AsArray().Select(field => (string)field!["value"]!)];
}
