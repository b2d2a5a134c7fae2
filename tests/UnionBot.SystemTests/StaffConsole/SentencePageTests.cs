using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.People;
using UnionBot.Services.Knowledge.Review;

namespace UnionBot.SystemTests.StaffConsole;

public sealed class SentencePageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private const string Page = "/console/not-understood";

    [Fact]
    public async Task What_was_not_understood_is_listed_once_with_how_often_and_put_aside_by_whoever_looked()
    {
        var staff = await console.AddReadyAsync("teacher", RoleKind.Operator);
        var number = await KeepAsync("呜啦哇啦本本咧");
        await KeepAsync("呜啦哇啦本本咧");

        await staff.Browser.OpenAsync(Page);
        Assert.Matches(Line("呜啦哇啦本本咧", number, times: 2), staff.Browser.Page);
        Assert.Equal(HttpStatusCode.SeeOther, await DecideAsync(staff, "drop", "", number));

        await staff.Browser.FollowAsync();
        Assert.DoesNotContain("呜啦哇啦本本咧", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'knowledge/dropped' AND actor_id = $1", staff.Staff));
    }

    [Fact]
    public async Task Several_sentences_are_taught_at_once_and_what_a_colleague_did_meanwhile_is_said()
    {
        var (first, second) = (await console.AddReadyAsync("first", RoleKind.Operator), await console.AddReadyAsync("second", RoleKind.Operator));
        long[] numbers = [await KeepAsync("呜哩哇啦年假咧"), await KeepAsync("叽里咕噜年假咧")];
        await first.Browser.OpenAsync(Page);
        await second.Browser.OpenAsync(Page);

        await DecideAsync(first, "drop", "", numbers[0]);
        await DecideAsync(second, "teach", "", numbers);
        Assert.Contains("请选一下教成什么意思", second.Browser.Page, StringComparison.Ordinal);
        await DecideAsync(second, "teach", "answer/annual-leave", numbers);

        Assert.Contains($"第 {numbers[0]} 句同事刚处理过", second.Browser.Page, StringComparison.Ordinal);
        Assert.Equal("answer/annual-leave", await console.Database.ScalarAsync<string>(
            "SELECT target FROM added_sentence WHERE added_by = $1", second.Staff));
    }

    [Fact]
    public async Task The_talk_behind_three_misses_is_linked()
    {
        var staff = await console.AddReadyAsync("reader", RoleKind.Auditor);
        var number = await console.AddCaseAsync("misunderstood");
        await console.Database.ExecuteAsync("UPDATE union_case SET kind = 'handover/misunderstood' WHERE id = $1", number);

        await staff.Browser.OpenAsync(Page);

        Assert.Contains($"<a href=\"{ConsoleUnderTest.AddressOf(number)}\">", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("教给机器人", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_works_for_a_part_of_the_tree_reads_nobodys_words()
    {
        var staff = await console.AddReadyAsync("part", RoleKind.Operator);
        await console.BelongToDistrictAsync(staff.Staff);

        Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.OpenAsync(Page));
        await staff.Browser.OpenAsync("/console/cases");
        Assert.DoesNotContain($"href=\"{Page}\"", staff.Browser.Page, StringComparison.Ordinal);
    }

    /// <summary>As a turn keeps what it did not understand.</summary>
    private async Task<long> KeepAsync(string words)
    {
        var ciphers = console.Bot.Services.GetRequiredService<ReviewCiphers>();
        var id = Guid.CreateVersion7();
        await console.Database.ExecuteAsync(
            """
            INSERT INTO review_sentence (id, text, text_hash, seen_at, times, status) VALUES ($1, $2, $3, now(), 1, 0)
            ON CONFLICT (text_hash) DO UPDATE SET times = review_sentence.times + 1
            """, id, ciphers.SealReview(id, words), ciphers.HashOf(words));
        return await console.Database.ScalarAsync<long>("SELECT number FROM review_sentence WHERE text_hash = $1", ciphers.HashOf(words));
    }

    private static Task<HttpStatusCode> DecideAsync(StaffMember staff, string deed, string target, params long[] sentences) => staff.Browser.SubmitAsync(
        Page, [("deed", deed), ("target", target), .. sentences.Select(s => ("sentence", s.ToString(CultureInfo.InvariantCulture)))]);

    private static Regex Line(string text, long number, int times) =>
        new($@"{text}\s*<span class=""quiet"">第 {number} 句，说过 {times} 次", RegexOptions.None, TimeSpan.FromSeconds(1));
}
