using System.Net;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.StaffConsole;

public sealed class CasePageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    [Fact]
    public async Task A_case_is_claimed_answered_and_closed_on_its_page()
    {
        var staff = await console.AddReadyAsync("worker", RoleKind.Operator);
        var number = await console.AddCaseAsync("visitor-1");
        var page = ConsoleUnderTest.AddressOf(number);
        await staff.Browser.OpenAsync("/console/cases");
        Assert.Contains($"href=\"{page}\"", staff.Browser.Page, StringComparison.Ordinal);

        await DoAsync(staff, page, "claim", "");
        await DoAsync(staff, page, "answer", "周三上午给您回电话。");
        Assert.Contains("周三上午给您回电话。", staff.Browser.Page, StringComparison.Ordinal);
        await DoAsync(staff, page, "close", "");

        Assert.Contains("已办好", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(3, await console.EntriesAsync(number));
        Assert.Equal(2L, await console.Database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE occasion LIKE $1", $"case/{number}/%"));
    }

    [Fact]
    public async Task A_double_click_has_one_effect()
    {
        var staff = await console.AddReadyAsync("double", RoleKind.Operator);
        var number = await console.AddCaseAsync("visitor-2");
        var page = ConsoleUnderTest.AddressOf(number);
        await staff.Browser.OpenAsync(page);
        var fields = Fields(staff.Browser, version: "0", "note", "下午再打");

        await Task.WhenAll(staff.Browser.PostAsync(page, fields), staff.Browser.PostAsync(page, fields));

        Assert.Equal(1, await console.EntriesAsync(number));
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_both_versions_and_loses_nothing()
    {
        var (one, two) = (await console.AddReadyAsync("one", RoleKind.Operator), await console.AddReadyAsync("two", RoleKind.Operator));
        var number = await console.AddCaseAsync("visitor-3");
        var page = ConsoleUnderTest.AddressOf(number);
        await two.Browser.OpenAsync(page);
        await DoAsync(one, page, "note", "已经打过电话");

        await two.Browser.PostAsync(page, Fields(two.Browser, version: "0", "note", "我来打电话"));

        Assert.Contains("同事刚处理过", two.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("我来打电话</textarea>", two.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("class=\"new\"", two.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("已经打过电话", two.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1, await console.EntriesAsync(number));
    }

    [Fact]
    public async Task A_role_for_a_part_of_the_tree_sees_only_its_cases()
    {
        var staff = await console.AddReadyAsync("district", RoleKind.Operator);
        await console.BelongToDistrictAsync(staff.Staff);
        var page = ConsoleUnderTest.AddressOf(await console.AddCaseAsync("visitor-4"));

        Assert.Equal(HttpStatusCode.NotFound, await staff.Browser.OpenAsync(page));
        await staff.Browser.OpenAsync("/console/cases");
        Assert.DoesNotContain($"href=\"{page}\"", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_phone_is_shown_to_who_works_on_the_case_and_that_is_in_the_audit()
    {
        var staff = await console.AddReadyAsync("caller", RoleKind.Operator);
        var number = await console.AddCaseAsync("visitor-5");
        await console.AddMemberAsync(17, "NO17");
        await console.Database.ExecuteAsync("UPDATE member SET person_id = (SELECT person_id FROM union_case WHERE id = $1) WHERE id = 17", number);
        var page = ConsoleUnderTest.AddressOf(number);

        await AskAsync();
        Assert.Contains("请先点“我来办”", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("刚写的</textarea>", staff.Browser.Page, StringComparison.Ordinal);
        await DoAsync(staff, page, "claim", "");
        await AskAsync();

        Assert.Contains("<a href=\"tel:13800000001\">", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'case/phone-read' AND subject = $1 AND actor_id = $2", $"case/{number}", staff.Staff));

        async Task AskAsync()
        {
            await staff.Browser.OpenAsync(page);
            await staff.Browser.PostAsync(page, Fields(staff.Browser, version: "0", "phone", "刚写的"));
        }
    }

    [Fact]
    public async Task What_may_still_be_sent_is_what_the_ledger_has_left()
    {
        var staff = await console.AddReadyAsync("quota", RoleKind.Operator);
        var number = await console.AddCaseAsync("o-quota", "wechat");
        var page = ConsoleUnderTest.AddressOf(number);

        await WroteAsync(TimeProvider.System.GetUtcNow(), spent: 2);
        await staff.Browser.OpenAsync(page);
        Assert.Contains("3 条，到", staff.Browser.Page, StringComparison.Ordinal);
        await WroteAsync(TimeProvider.System.GetUtcNow().AddHours(-49), spent: 2);
        await staff.Browser.OpenAsync(page);
        Assert.Contains("现在发不出去", staff.Browser.Page, StringComparison.Ordinal);

        Task WroteAsync(DateTimeOffset at, short spent) => console.Database.ExecuteAsync(
            """
            UPDATE talk SET typed_at = $1, typed_spent = $2, typed_spent_for = $1
             WHERE person_id = (SELECT person_id FROM union_case WHERE id = $3)
            """, at, spent, number);
    }

    private static async Task DoAsync(StaffMember staff, string page, string deed, string words)
    {
        await staff.Browser.OpenAsync(page);
        var version = staff.Browser.Page.Split("name=\"version\" value=\"")[1].Split('"')[0];
        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.PostAsync(page, Fields(staff.Browser, version, deed, words)));
        await staff.Browser.OpenAsync(page);
    }

    private static (string Name, string Value)[] Fields(StaffBrowser browser, string version, string deed, string words) =>
    [
        ("__RequestVerificationToken", browser.Token()), ("form-key", browser.Key()), ("version", version), ("deed", deed), ("words", words),
    ];
}
