using System.Net;
using System.Text;
using UnionBot.Core.People;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.StaffConsole;

public sealed class ImportPageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private const string Page = "/console/imports";
    private const string Headers = "工会名称,上级工会,级别,行政区划代码\n";

    [Fact]
    public async Task A_good_file_is_checked_first_and_imported_when_it_is_confirmed()
    {
        var staff = await ReadyAsync("importer", RoleKind.Operator);

        await SendAsync(staff, "organisations", "工会.csv", Headers + "甲省总工会,,省,370000\n");
        await staff.Browser.FollowAsync();
        Assert.Contains("新增 1，更新 0，没变 0", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(0L, await UnionsAsync("甲省总工会"));

        await DecideAsync(staff, "confirm");
        Assert.Equal(1L, await UnionsAsync("甲省总工会"));
        await staff.Browser.FollowAsync();
        Assert.Contains("导入好了", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(0L, await console.Database.ScalarAsync<long>("SELECT count(*) FROM import_draft WHERE state = 3 AND content IS NOT NULL"));
        Assert.Equal(1L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'organisations/import' AND actor_id = $1", staff.Staff));
    }

    [Fact]
    public async Task Every_fault_is_named_by_row_and_column_and_can_be_taken_along()
    {
        var staff = await ReadyAsync("faulty", RoleKind.Administrator);

        await SendAsync(staff, "organisations", "工会.csv", Headers + "乙省总工会,,省,\n乙市总工会,没有的工会,市,370100\n");
        await staff.Browser.FollowAsync();
        Assert.Contains("有 2 处要改，没有导入", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("<td data-of=\"行\">2</td>", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("确认导入", staff.Browser.Page, StringComparison.Ordinal);

        await staff.Browser.OpenAsync(staff.Browser.Response.RequestMessage!.RequestUri!.AbsolutePath + "/faults.csv");
        Assert.Equal("text/csv", staff.Browser.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("2,\"行政区划代码\",\"必填，不能为空\"", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(0L, await UnionsAsync("乙省总工会"));
    }

    [Fact]
    public async Task What_somebody_else_decided_meanwhile_is_said_and_happens_once()
    {
        var (first, second) = (await ReadyAsync("first", RoleKind.Operator), await ReadyAsync("second", RoleKind.Operator));
        await SendAsync(first, "organisations", "工会.csv", Headers + "丙省总工会,,省,370000\n");
        var address = first.Browser.Goes!;
        await first.Browser.OpenAsync(address);
        await second.Browser.OpenAsync(address);

        await DecideAsync(first, "confirm");
        await DecideAsync(second, "drop");

        Assert.Contains("同事刚处理过这个文件", second.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("导入好了", second.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await UnionsAsync("丙省总工会"));
    }

    [Fact]
    public async Task A_file_that_is_dropped_is_gone_and_one_that_was_imported_does_nothing()
    {
        var staff = await ReadyAsync("dropper", RoleKind.Operator);
        await SendAsync(staff, "organisations", "工会.csv", Headers + "丁省总工会,,省,370000\n");
        await staff.Browser.FollowAsync();
        await DecideAsync(staff, "drop");
        Assert.Equal(1L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM import_draft WHERE staff_id = $1 AND content IS NULL", staff.Staff));

        for (var time = 0; time < 2; time++)
        {
            await staff.Browser.OpenAsync(Page);
            await SendAsync(staff, "organisations", "又.csv", Headers + "戊省总工会,,省,370000\n");
            await staff.Browser.FollowAsync();
            if (time == 0) await DecideAsync(staff, "confirm");
        }

        Assert.Contains("同一个文件导入过", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_no_table_is_refused_in_plain_words()
    {
        var staff = await ReadyAsync("large", RoleKind.Operator);

        await SendAsync(staff, "members", "名册.csv", new string('x', 11 << 20));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, staff.Browser.Response.StatusCode);
        Assert.Contains("文件太大", staff.Browser.Page, StringComparison.Ordinal);

        await staff.Browser.OpenAsync(Page);
        await SendAsync(staff, "members", "名册.xlsx", "PK\u0003\u0004 no workbook");
        await staff.Browser.FollowAsync();
        Assert.Contains("文件已损坏", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_works_for_a_part_of_the_tree_imports_nothing()
    {
        var staff = await console.AddReadyAsync("part", RoleKind.Operator);
        await console.BelongToDistrictAsync(staff.Staff);

        Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.OpenAsync(Page));
    }

    private async Task<StaffMember> ReadyAsync(string user, RoleKind role)
    {
        await RegionFiles.LoadAsync(console.Database.Source, CancellationToken.None);
        var staff = await console.AddReadyAsync(user, role);
        await staff.Browser.OpenAsync(Page);
        return staff;
    }

    private static Task<HttpStatusCode> SendAsync(StaffMember staff, string kind, string name, string text) =>
        staff.Browser.UploadAsync(Page, name, Encoding.UTF8.GetBytes(text), ("kind", kind));

    private static Task<HttpStatusCode> DecideAsync(StaffMember staff, string deed) =>
        staff.Browser.SubmitAsync(staff.Browser.Response.RequestMessage!.RequestUri!.AbsolutePath, ("deed", deed));

    private Task<long> UnionsAsync(string name) => console.Database.ScalarAsync<long>("SELECT count(*) FROM organisation WHERE name = $1", name);
}
