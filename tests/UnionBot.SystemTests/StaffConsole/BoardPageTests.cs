using System.Net;
using System.Text.RegularExpressions;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.SystemTests.LegalAid;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>The day of the front desk: who comes when, who is there, who comes without a booking.</summary>
public sealed partial class BoardPageTests(ConsultationOffice office) : IClassFixture<ConsultationOffice>
{
    private const string Page = "/console/legal-aid";

    [Fact]
    public async Task The_board_shows_a_day_by_lawyer_and_by_site_and_nothing_of_what_was_told()
    {
        var staff = await office.Console.AddReadyAsync("board", RoleKind.Operator);
        var lawyer = await office.LawyerAsync("周静", await office.SiteAsync("职工服务中心"));
        var booked = await office.BookAsync("board-wang", "01-14 14:00", lawyer, isUrgent: true);
        await HoldAsync("board-li", "01-14 14:40", lawyer);

        await staff.Browser.OpenAsync(Page + "?day=2026-01-14");

        var page = staff.Browser.Page;
        Assert.Contains("法律咨询：1月14日（周三）", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{ConsultationOffice.AddressOf(booked.Id)}\">{booked.Number}</a>", page, StringComparison.Ordinal);
        Assert.Contains("14:00 到场", page, StringComparison.Ordinal);
        Assert.Contains("有人正在选", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"tag open\">急</span>", page, StringComparison.Ordinal);
        Assert.Contains("15:20 到场　16:00 到场（留给急的）", page, StringComparison.Ordinal);
        foreach (var told in new[] { "鑫源", "工资", "王芳", "欠薪" }) Assert.DoesNotContain(told, page, StringComparison.Ordinal);

        await staff.Browser.OpenAsync(Page + "?day=2026-01-14&by=site");
        Assert.Contains("aria-label=\"职工服务中心\"", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("<td data-of=\"律师\">周静律师</td>", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_moved_three_times_is_marked_and_who_moved_twice_is_not()
    {
        var staff = await office.Console.AddReadyAsync("mover", RoleKind.Operator);
        var lawyer = await office.LawyerAsync("许律");
        var (often, twice) = (await office.BookAsync("often-wang", "01-16 14:00", lawyer), await office.BookAsync("twice-li", "01-16 14:40", lawyer));
        await office.Console.Database.ExecuteAsync("UPDATE legal_booking SET moves = CASE WHEN id = $1 THEN 3 ELSE 2 END WHERE id IN ($1, $2)", often.Id, twice.Id);

        await staff.Browser.OpenAsync(Page + "?day=2026-01-16");

        Assert.Matches($"{often.Number}</a>\\s*<span class=\"tag\">改过 3 次</span>", staff.Browser.Page);
        Assert.DoesNotContain("改过 2 次", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_the_number_is_checked_in_and_what_was_done_meanwhile_is_not_overwritten()
    {
        var staff = await office.Console.AddReadyAsync("desk", RoleKind.Operator);
        var lawyer = await office.LawyerAsync("王律");
        var (today, later) = (await office.BookAsync("desk-wang", "01-12 14:00", lawyer), await office.BookAsync("desk-li", "01-13 14:00", lawyer));
        await staff.Browser.OpenAsync(Page);
        var before = VersionOf(staff.Browser.Page, today.Id);

        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(Page, ("deed", "check-in"), ("number", today.Number[3..])));
        Assert.Equal(BookingState.CheckedIn, await office.StateAsync(today.Id));
        await staff.Browser.OpenAsync(Page);
        await staff.Browser.SubmitAsync(Page, ("deed", "check-in"), ("number", later.Number));
        Assert.Contains("这个预约不是今天的", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{later.Number}\"", staff.Browser.Page, StringComparison.Ordinal);

        await staff.Browser.SubmitAsync(Page, ("deed", "done"), ("number", $"{today.Id}"), ("version", before));
        Assert.Contains("刚动过这个预约", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(BookingState.CheckedIn, await office.StateAsync(today.Id));
        await staff.Browser.SubmitAsync(Page, ("deed", "done"), ("number", $"{today.Id}"), ("version", VersionOf(staff.Browser.Page, today.Id)));
        Assert.Equal(BookingState.Done, await office.StateAsync(today.Id));
        Assert.Equal(2L, await office.Console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE subject = $1 AND actor_id = $2", $"booking/{today.Id:N}", staff.Staff));
    }

    [Fact]
    public async Task Who_comes_without_a_booking_gets_a_time_of_today_on_their_account_and_no_lawyer_of_the_other_side()
    {
        var staff = await office.Console.AddReadyAsync("walk-in", RoleKind.Operator);
        var site = await office.SiteAsync("职工之家");
        var (theirs, free) = (await office.LawyerAsync("钱律", site, serves: "鑫源机械"), await office.LawyerAsync("孙律", site));
        var person = await office.PersonAsync("walker");
        await office.ConfirmPhoneAsync(person, "13800002222");
        const string WalkIn = Page + "/walk-in";
        (string, string)[] typed = [("phone", "13800002222"), ("name", "王师傅"), ("topic", "wage_arrears"), ("employer", "济南鑫源机械有限公司"), ("people", "1"), ("agrees", "yes")];
        await staff.Browser.OpenAsync(WalkIn);

        await staff.Browser.SubmitAsync(WalkIn, [.. typed, ("deed", "find")]);
        Assert.Contains($"name=\"account\" value=\"{person.Value}\"", staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.SubmitAsync(WalkIn, [.. typed, ("deed", "take"), ("account", $"{person.Value}"), ("slot", SlotOf(staff.Browser.Page, theirs))]);
        Assert.Contains("这位律师不方便接这一件", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("服务单位", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(
            WalkIn, [.. typed, ("deed", "take"), ("account", $"{person.Value}"), ("slot", SlotOf(staff.Browser.Page, free))]));

        Assert.Equal(1L, await office.Console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM legal_booking WHERE person_id = $1 AND state = 1 AND lawyer_id = $2 AND starts_at >= $3", person.Value, free, LegalOffice.At("01-12 10:00")));
        await staff.Browser.FollowAsync();
        Assert.Contains("<span class=\"tag claimed\">到了</span>", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lawyer_without_a_role_sees_their_own_consultations_and_no_others()
    {
        var staff = await office.Console.AddReadyAsync("lawyer");
        var (own, other) = (await office.LawyerAsync("李律"), await office.LawyerAsync("何律"));
        var (mine, theirs) = (await office.BookAsync("own-wang", "01-15 14:00", own), await office.BookAsync("other-wang", "01-15 14:00", other));
        Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.OpenAsync(Page));
        await office.SignInAsAsync(own, staff.Staff);

        await staff.Browser.OpenAsync(Page + "?day=2026-01-15");

        Assert.Contains(mine.Number, staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs.Number, staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.OpenAsync(ConsultationOffice.AddressOf(mine.Id)));
        Assert.Equal(HttpStatusCode.NotFound, await staff.Browser.OpenAsync(ConsultationOffice.AddressOf(theirs.Id)));
        foreach (var closed in new[] { "/schedule", "/waiting", "/calls" }) Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.OpenAsync(Page + closed));
        await office.Console.Database.ExecuteAsync("UPDATE legal_lawyer SET is_active = false, staff_id = NULL WHERE id = $1", own);
        Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.OpenAsync(ConsultationOffice.AddressOf(mine.Id)));
    }

    /// <summary>Somebody looks at a time and has not decided.</summary>
    private async Task HoldAsync(string address, string start, long lawyer)
    {
        var (person, at) = (await office.PersonAsync(address), LegalOffice.At(start));
        await office.Console.Database.ExecuteAsync(
            """
            INSERT INTO legal_taken_time (id, lawyer_id, mode, starts_at, ends_at, busy_from, busy_until, held_by, held_until)
            VALUES (gen_random_uuid(), $1, 2, $2, $3, $2, $4, $5, $6)
            """, lawyer, at, at.AddMinutes(30), at.AddMinutes(40), person.Value, office.Clock.GetUtcNow().AddMinutes(8));
    }

    private static string VersionOf(string page, Guid booking) => Regex.Match(page, $"value=\"{booking}\"[^>]*>\\s*<input type=\"hidden\" name=\"version\" value=\"(\\d+)\"").Groups[1].Value;

    private static string SlotOf(string page, long lawyer) => Slots().Matches(page).Select(m => m.Groups[1].Value).First(slot => slot.StartsWith($"{lawyer}-", StringComparison.Ordinal));

    [GeneratedRegex("name=\"slot\" value=\"([^\"]+)\"")]
    private static partial Regex Slots();
}
