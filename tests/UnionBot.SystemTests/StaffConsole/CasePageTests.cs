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
        await console.Database.ExecuteAsync(
            "INSERT INTO organisation (id, path, name, level, region_code) VALUES (7, '7.', '历下区总工会', 3, '370102') ON CONFLICT DO NOTHING");
        await console.Database.ExecuteAsync("UPDATE staff_role SET organisation_id = 7 WHERE staff_id = $1", staff.Staff);
        var page = ConsoleUnderTest.AddressOf(await console.AddCaseAsync("visitor-4"));

        Assert.Equal(HttpStatusCode.NotFound, await staff.Browser.OpenAsync(page));
        await staff.Browser.OpenAsync("/console/cases");
        Assert.DoesNotContain($"href=\"{page}\"", staff.Browser.Page, StringComparison.Ordinal);
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
