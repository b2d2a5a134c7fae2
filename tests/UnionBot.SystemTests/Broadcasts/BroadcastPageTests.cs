using System.Net;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;
using UnionBot.SystemTests.StaffConsole;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Broadcasts;

public sealed class BroadcastPageTests(BroadcastOffice office) : IClassFixture<BroadcastOffice>
{
    private const string New = "/console/broadcasts/new";

    [Fact]
    public async Task One_writes_with_the_count_before_their_eyes_another_releases_with_a_reason()
    {
        var (writer, approver) = (await ReadyAsync("page-w", RoleKind.Operator), await ReadyAsync("page-a", RoleKind.Approver));
        await office.MemberAsync("page-worker", 22, "王秀英", "家政服务员");
        await office.RosterAsync(22, "赵六", "家政服务员");

        await writer.Browser.OpenAsync(New);
        Assert.Equal(HttpStatusCode.SeeOther, await SaveAsync(writer, New, ("Title", "夏送清凉"), ("Organisation", "历下区总工会"), ("WorkerTypes", "家政服务员")));
        var address = writer.Browser.Goes!;
        await writer.Browser.FollowAsync();
        Assert.Contains("<strong>1</strong> 人能收到", writer.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("没关注或没绑定", writer.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("王*英", writer.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("王秀英", writer.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("deed=approve", writer.Browser.Page, StringComparison.Ordinal);

        await approver.Browser.OpenAsync($"{address}/decide?deed=approve");
        await approver.Browser.SubmitAsync(address, ("deed", "approve"), ("version", "1"), ("reason", " "));
        Assert.Contains("请写一下为什么发给这些人", approver.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await approver.Browser.SubmitAsync(
            address, ("deed", "approve"), ("version", "1"), ("reason", "高温预警")));
        await approver.Browser.FollowAsync();
        Assert.Contains("已批准，等时间到", approver.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("批准：高温预警", approver.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        var writer = await ReadyAsync("wrong-w", RoleKind.Operator);
        await writer.Browser.OpenAsync(New);

        await SaveAsync(writer, New, ("Text", "{{手机}}您好"), ("Organisation", "火星总工会"), ("From", "2026-03-02T07:00"));

        Assert.Contains("没有叫“火星总工会”的工会", writer.Browser.Page, StringComparison.Ordinal);
        await SaveAsync(writer, New, ("Text", "{{手机}}您好"), ("Channel", "template"));
        Assert.Contains("没有“手机”这个字段", writer.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("平台会封掉模板", writer.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("{{手机}}您好</textarea>", writer.Browser.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people?after=abc")]
    [InlineData("phones?after=1&strangers=maybe")]
    public async Task An_address_with_a_number_that_is_none_leads_to_a_page_that_says_so(string page)
    {
        var writer = await ReadyAsync($"odd-{page.Length}", RoleKind.Operator);
        var number = await office.CreateAsync(office.Content, writer.Staff);

        Assert.Equal(HttpStatusCode.NotFound, await writer.Browser.OpenAsync($"/console/broadcasts/{number}/{page}"));
        Assert.Contains("没有找到", writer.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_stand_beside_the_text_to_be_chosen_in_its_place()
    {
        var writer = await ReadyAsync("art-w", RoleKind.Operator);
        await writer.Browser.OpenAsync(New);
        Assert.Contains("name=\"Draft\"", writer.Browser.Page, StringComparison.Ordinal);

        await SaveAsync(writer, New, ("Text", "周六上午"), ("Draft", "MEDIA"));
        Assert.Contains("文字和图文只能选一样", writer.Browser.Page, StringComparison.Ordinal);
        await SaveAsync(writer, New, ("Text", ""), ("Draft", "MEDIA"));
        Assert.Contains("公众号草稿箱里没有这一篇", writer.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"MEDIA\"", writer.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_both_versions_and_may_save_upon_them()
    {
        var (first, second) = (await ReadyAsync("edit-1", RoleKind.Operator), await ReadyAsync("edit-2", RoleKind.Operator));
        var number = await office.CreateAsync(office.Content, first.Staff);
        var edit = $"/console/broadcasts/{number}/edit";
        await first.Browser.OpenAsync(edit);
        await second.Browser.OpenAsync(edit);

        await SaveAsync(first, edit, ("Text", "改到周日上午。"), ("version", "1"));
        await SaveAsync(second, edit, ("Text", "改到下周六。"), ("version", "1"));

        Assert.Contains("同事存的是：</span>改到周日上午。", second.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("改到下周六。</textarea>", second.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await SaveAsync(second, edit, ("Text", "改到下周六。"), ("version", "2")));
        Assert.Equal("改到下周六。", await office.Database.ScalarAsync<string>("SELECT text FROM broadcast WHERE id = $1", number));
    }

    [Fact]
    public async Task The_count_follows_what_stands_in_the_form_within_ones_own_part_of_the_tree()
    {
        var writer = await ReadyAsync("count-w", RoleKind.Operator);
        await office.Database.ExecuteAsync("UPDATE staff_role SET organisation_id = 2 WHERE staff_id = $1", writer.Staff);
        await office.MemberAsync("count-rider", BroadcastOffice.Lixia, "李强", "环卫工人");
        const string Count = "/console/broadcasts/audience?Channel=mass&Purpose=campaign&WorkerTypes=环卫工人&Organisation=";

        await writer.Browser.OpenAsync(Count + "历下区总工会");
        Assert.Contains("<strong>1</strong> 人能收到", writer.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", writer.Browser.Page, StringComparison.Ordinal);

        await writer.Browser.OpenAsync(Count + "市中区总工会");
        Assert.Contains("不全归您的单位管", writer.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_works_elsewhere_does_not_find_it()
    {
        var (writer, other) = (await office.StaffAsync("else-w", RoleKind.Operator), await ReadyAsync("else-o", RoleKind.Approver));
        await office.Database.ExecuteAsync("UPDATE staff_role SET organisation_id = 3 WHERE staff_id = $1", other.Staff);
        var number = await office.CreateAsync(office.Content, writer);

        foreach (var page in new[] { "", "/decide?deed=cancel", "/people" })
            Assert.Equal(HttpStatusCode.NotFound, await other.Browser.OpenAsync($"/console/broadcasts/{number}{page}"));
    }

    [Fact]
    public async Task A_test_goes_to_ones_own_phone_once_for_each_version()
    {
        var writer = await ReadyAsync("test-w", RoleKind.Operator);
        var number = await office.CreateAsync(office.Content, writer.Staff);
        var address = $"/console/broadcasts/{number}";

        await writer.Browser.OpenAsync(address);
        await writer.Browser.SubmitAsync(address, ("deed", "test"), ("version", "1"));
        Assert.Contains("还没有绑定自己的微信", writer.Browser.Page, StringComparison.Ordinal);

        await office.Database.ExecuteAsync("UPDATE staff SET person_id = $1 WHERE id = $2", await office.FollowerAsync("test-phone"), writer.Staff);
        await writer.Browser.OpenAsync(address);
        Assert.Equal(HttpStatusCode.SeeOther, await writer.Browser.SubmitAsync(address, ("deed", "test"), ("version", "1")));
        Assert.Equal(1L, await office.Database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE occasion = $1", $"broadcasts/test/{number}/1"));

        await writer.Browser.OpenAsync(address);
        await writer.Browser.SubmitAsync(address, ("deed", "test"), ("version", "1"));
        Assert.Contains("已经发到您手机上了", writer.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_being_sent_shows_its_progress_and_each_ones_fate()
    {
        var (writer, approver) = (await office.StaffAsync("fate-w", RoleKind.Operator), await ReadyAsync("fate-a", RoleKind.Approver));
        var person = await office.MemberAsync("fate-worker", BroadcastOffice.Shizhong, "张伟", "保安员");
        var number = await office.CreateAsync(office.Content with { Audience = Audience.Everybody with { WorkerTypes = ["保安员"] } }, writer);
        Assert.Null(await office.ApproveAsync(number, approver.Staff));
        await office.OpenWindowAsync(number);
        await office.MinuteAsync();
        await office.Database.ExecuteAsync("UPDATE mass_recipient SET status = 5, error_code = 43004 WHERE person_id = $1 AND broadcast_id = $2", person, number);

        await approver.Browser.OpenAsync($"/console/broadcasts/{number}");
        Assert.Contains("没发成（平台 43004）", approver.Browser.Page, StringComparison.Ordinal);
        await approver.Browser.OpenAsync($"/console/broadcasts/{number}/people");
        Assert.Contains("张* 市中区总工会", approver.Browser.Page, StringComparison.Ordinal);

        await approver.Browser.OpenAsync($"/console/broadcasts/{number}/decide?deed=pause");
        Assert.Equal(HttpStatusCode.SeeOther, await approver.Browser.SubmitAsync(
            $"/console/broadcasts/{number}", ("deed", "pause"), ("version", "3"), ("reason", "")));
        Assert.Equal(BroadcastState.Paused, await office.StateAsync(number));
    }

    [Fact]
    public async Task Who_releases_a_warning_is_told_whom_it_wakes()
    {
        var (writer, approver) = (await office.StaffAsync("warn-w", RoleKind.Operator), await ReadyAsync("warn-a", RoleKind.Approver));
        var (warning, other) = (await office.CreateAsync(office.Content with { Purpose = BroadcastPurpose.Warning }, writer), await office.CreateAsync(office.Content, writer));

        await approver.Browser.OpenAsync($"/console/broadcasts/{warning}/decide?deed=approve");
        Assert.Contains("夜里、静默日也发", approver.Browser.Page, StringComparison.Ordinal);
        await approver.Browser.OpenAsync($"/console/broadcasts/{other}/decide?deed=approve");
        Assert.DoesNotContain("静默日", approver.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_people_each_page_shows_some_and_leads_to_the_next()
    {
        var (writer, approver) = (await office.StaffAsync("many-w", RoleKind.Operator), await ReadyAsync("many-a", RoleKind.Approver));
        var number = await office.CreateAsync(office.Content with { Audience = Audience.Everybody with { Tags = ["没有人"] } }, writer);
        Assert.Null(await office.ApproveAsync(number, approver.Staff));
        await office.OpenWindowAsync(number);
        await office.MinuteAsync();
        await office.Database.ExecuteAsync(
            "INSERT INTO mass_recipient (person_id, broadcast_id, status, route) SELECT 900000 + n, $1, 3, 4 FROM generate_series(1, 201) AS n", number);

        await approver.Browser.OpenAsync($"/console/broadcasts/{number}/people");
        Assert.Contains("900200 号", approver.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("900201 号", approver.Browser.Page, StringComparison.Ordinal);
        Assert.Contains($"/console/broadcasts/{number}/people?after=900200\"", approver.Browser.Page, StringComparison.Ordinal);

        await approver.Browser.OpenAsync($"/console/broadcasts/{number}/people?after=900200");
        Assert.Contains("900201 号", approver.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("后面的", approver.Browser.Page, StringComparison.Ordinal);
    }

    private Task<StaffMember> ReadyAsync(string user, RoleKind role) => office.Console.AddReadyAsync(user, role);

    /// <summary>Sends the form with these fields in place of the usual ones.</summary>
    private Task<HttpStatusCode> SaveAsync(StaffMember staff, string address, params (string Name, string Value)[] fields)
    {
        var usual = new Dictionary<string, string>
        {
            ["Title"] = "春送岗位",
            ["Channel"] = "mass",
            ["Purpose"] = "campaign",
            ["Text"] = "周六上午在泉城广场。",
            ["From"] = StaffWork.Show(office.Content.NotBefore).Replace(' ', 'T'),
            ["Until"] = StaffWork.Show(office.Content.NotAfter).Replace(' ', 'T'),
        };
        foreach (var (name, value) in fields) usual[name] = value;
        return staff.Browser.SubmitAsync(address, [.. usual.Select(field => (field.Key, field.Value))]);
    }
}
