using System.Globalization;
using System.Net;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.StaffConsole;

public sealed class DutyPageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private const string Page = "/console/duty";

    [Fact]
    public async Task A_shift_is_put_on_the_rota_in_the_name_of_who_did_it_and_taken_off()
    {
        var staff = await console.AddReadyAsync("planner", RoleKind.Administrator);
        await staff.Browser.OpenAsync(Page);
        Assert.Contains("现在没有人值班", staff.Browser.Page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, await AddAsync(staff, "2099-03-02T08:00", "2099-03-02T20:00"));
        await staff.Browser.FollowAsync();
        Assert.Contains("2099-03-02 08:00", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(
            new DateTime(2099, 3, 2, 0, 0, 0, DateTimeKind.Utc),
            await console.Database.ScalarAsync<DateTime>("SELECT starts_at FROM duty_shift WHERE staff_id = $1", staff.Staff));

        var shift = await console.Database.ScalarAsync<long>("SELECT id FROM duty_shift WHERE staff_id = $1", staff.Staff);
        await staff.Browser.SubmitAsync(Page, ("deed", "remove"), ("version", Versions.In(staff.Browser.Page)), ("shift", shift.ToString(CultureInfo.InvariantCulture)));
        await staff.Browser.OpenAsync(Page);
        Assert.DoesNotContain("2099-03-02 08:00", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(2L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action LIKE 'duty/%' AND actor_id = $1", staff.Staff));
    }

    [Theory]
    [InlineData("2099-03-02T20:00", "2099-03-02T08:00", "结束要在开始之后")]
    [InlineData("2099-03-02T20:00", "2099-05-02T08:00", "一个班最长 31 天")]
    [InlineData("明天早上", "2099-03-02T08:00", "请选好开始和结束的时间")]
    public async Task A_shift_that_cannot_be_is_refused_and_nothing_typed_is_lost(string from, string to, string why)
    {
        var staff = await console.AddReadyAsync($"slip-{Guid.NewGuid():N}"[..20], RoleKind.Operator);
        await staff.Browser.OpenAsync(Page);

        await AddAsync(staff, from, to);

        Assert.Contains(why, staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{to}\"", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(0L, await console.Database.ScalarAsync<long>("SELECT count(*) FROM duty_shift WHERE staff_id = $1", staff.Staff));
    }

    [Fact]
    public async Task Who_is_on_duty_now_and_cannot_be_reached_is_pointed_out()
    {
        var staff = await console.AddReadyAsync("unbound", RoleKind.Operator);
        var other = await console.AddReadyAsync("other", RoleKind.Auditor);
        await console.Database.ExecuteAsync(
            "INSERT INTO duty_shift (staff_id, starts_at, ends_at) VALUES ($1, now() - interval '1 hour', now() + interval '1 hour')", staff.Staff);

        await other.Browser.OpenAsync(Page);

        Assert.Contains("值班中", other.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("还没绑定自己的微信，警报叫不到", other.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("排一个班", other.Browser.Page, StringComparison.Ordinal);
        await console.Database.ExecuteAsync("DELETE FROM duty_shift WHERE staff_id = $1", staff.Staff);
    }

    [Fact]
    public async Task The_second_of_two_planners_sees_what_the_first_planned_and_what_they_typed_themselves()
    {
        var (first, second) = (await console.AddReadyAsync("first", RoleKind.Operator), await console.AddReadyAsync("second", RoleKind.Operator));
        await first.Browser.OpenAsync(Page);
        await second.Browser.OpenAsync(Page);

        await AddAsync(first, "2098-05-01T08:00", "2098-05-01T20:00");
        await AddAsync(second, "2098-05-01T09:00", "2098-05-01T21:00");

        Assert.Contains("同事刚改过值班表", second.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"new\">", second.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"2098-05-01T21:00\"", second.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(0L, await console.Database.ScalarAsync<long>("SELECT count(*) FROM duty_shift WHERE staff_id = $1", second.Staff));
    }

    private static Task<HttpStatusCode> AddAsync(StaffMember staff, string from, string to) => staff.Browser.SubmitAsync(
        Page, ("deed", "add"), ("version", Versions.In(staff.Browser.Page)), ("staff", staff.Staff.ToString(CultureInfo.InvariantCulture)), ("from", from), ("to", to));
}
