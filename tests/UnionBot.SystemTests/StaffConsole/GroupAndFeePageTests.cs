using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Binding;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>Joining bookings of one matter, the sheet of what lawyers are paid for, and who comes with a bind code in hand.</summary>
public sealed class GroupAndFeePageTests(ConsultationOffice office) : IClassFixture<ConsultationOffice>
{
    private const string Root = "/console/legal-aid";

    [Fact]
    public async Task Staff_join_bookings_about_one_employer_without_reading_what_was_told()
    {
        var staff = await office.Console.AddReadyAsync("group", RoleKind.Operator);
        var lawyer = await office.LawyerAsync("并律");
        var (one, other) = (await office.BookAsync("group-wang", "01-13 09:10", lawyer), await office.BookAsync("group-li", "01-13 14:00", lawyer));
        var page = ConsultationOffice.AddressOf(one.Id) + "/group";

        await staff.Browser.OpenAsync(page);
        Assert.Contains("说的是同一个单位的", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains(other.Number, staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("鑫源", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(page, ("deed", "join"), ("with", other.Number)));

        await staff.Browser.FollowAsync();
        Assert.Contains("2 个预约，共 2 人", staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.OpenAsync(ConsultationOffice.AddressOf(other.Id));
        Assert.Contains("赵敏 和别的预约并成一件", staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.SubmitAsync(page, ("deed", "join"), ("with", "LA-0301-099"));
        Assert.Contains("没有这个预约", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(page, ("deed", "take-out")));
        Assert.Equal(0L, await office.Console.Database.ScalarAsync<long>("SELECT count(group_id) FROM legal_booking WHERE id = ANY ($1)", new[] { one.Id, other.Id }));
    }

    [Fact]
    public async Task The_sheet_of_a_period_can_be_saved_as_a_table_with_a_column_to_sign()
    {
        var staff = await office.Console.AddReadyAsync("fees", RoleKind.Auditor);
        await office.LawyerAsync("补律", await office.SiteAsync("补贴站"));

        await staff.Browser.OpenAsync(Root + "/fees?from=2026-01-09&until=2026-01-09");
        Assert.Contains("补律", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.OpenAsync(Root + "/fees.csv?from=2026-01-09&until=2026-01-09"));

        Assert.Contains("律师,律所,日期,时段,地点,咨询件数,场次,金额（元）,签字", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("补律,历下律师事务所,2026-01-09,08:30–11:30,补贴站,0,1,,", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("补律,历下律师事务所,合计,,,0,2,,", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_with_a_bind_code_is_found_by_it_and_every_look_is_in_the_audit()
    {
        const string WalkIn = Root + "/walk-in";
        var staff = await office.Console.AddReadyAsync("code-desk", RoleKind.Operator);
        await office.Console.AddMemberAsync(951, "NO951");
        var code = await IssueAsync(951, staff.Staff);
        await staff.Browser.OpenAsync(WalkIn);

        await staff.Browser.SubmitAsync(WalkIn, ("deed", "find"), ("code", "22222222"));
        Assert.Contains("没有这个绑定码", staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.SubmitAsync(WalkIn, ("deed", "find"), ("code", code));
        Assert.Contains("还没有绑定账号", staff.Browser.Page, StringComparison.Ordinal);

        var person = await office.PersonAsync("code-wang");
        await office.Console.Database.ExecuteAsync("UPDATE member SET person_id = $1, bound_at = now() WHERE id = 951", person.Value);
        await staff.Browser.SubmitAsync(WalkIn, ("deed", "find"), ("code", $"绑定码 {code.ToLowerInvariant()}"));

        Assert.Contains($"name=\"account\" value=\"{person.Value}\"", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("，会员 王", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await office.Console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'person/found-by-code' AND subject = $1", $"person/{person.Value}"));
    }

    [Fact]
    public async Task A_case_about_a_consultation_leads_to_it()
    {
        var staff = await office.Console.AddReadyAsync("case-desk", RoleKind.Operator);
        var booked = await office.BookAsync("case-wang", "01-14 09:10", await office.LawyerAsync("案律"));
        var number = await office.Console.Database.ScalarAsync<long>(
            """
            INSERT INTO union_case (person_id, kind, subject, status, opened_at, entries)
            SELECT person_id, 'legal-aid/transferred', $2, 0, now(), 0 FROM legal_booking WHERE id = $1 RETURNING id
            """, booked.Id, $"booking/{booked.Id:N}");

        await staff.Browser.OpenAsync(ConsoleUnderTest.AddressOf(number));

        Assert.Contains($"href=\"{ConsultationOffice.AddressOf(booked.Id)}\"", staff.Browser.Page, StringComparison.Ordinal);
    }

    private async Task<string> IssueAsync(long member, long staff)
    {
        await using var db = office.Console.Database.Open();
        return (await office.Console.Bot.Services.GetRequiredService<BindCodes>().IssueAsync(db, member, staff, TimeSpan.FromDays(7), null, CancellationToken.None))!;
    }
}
