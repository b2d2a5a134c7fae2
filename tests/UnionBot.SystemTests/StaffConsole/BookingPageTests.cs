using System.Net;
using System.Text.RegularExpressions;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.SystemTests.LegalAid;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>What staff do with one booking: never without deciding whether its owner is told.</summary>
public sealed partial class BookingPageTests(ConsultationOffice office) : IClassFixture<ConsultationOffice>
{
    [Theory]
    [InlineData("yes", 1)]
    [InlineData("no", 0)]
    public async Task A_cancellation_asks_for_a_reason_and_whether_to_tell(string tells, int messages)
    {
        var staff = await office.Console.AddReadyAsync($"canceller-{tells}", RoleKind.Operator);
        var booked = await office.BookAsync($"cancel-{tells}", "01-14 14:00", await office.LawyerAsync($"周{tells}"));
        var address = ConsultationOffice.AddressOf(booked.Id) + "/cancel";
        await staff.Browser.OpenAsync(address);

        await CancelAsync(("reason", ""), ("tells", tells));
        Assert.Contains("请写一下为什么取消", staff.Browser.Page, StringComparison.Ordinal);
        await CancelAsync(("reason", "本人来电"));
        Assert.Contains("通知本人吗？", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"本人来电\"", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(BookingState.Booked, await office.StateAsync(booked.Id));

        Assert.Equal(HttpStatusCode.SeeOther, await CancelAsync(("reason", "本人来电"), ("tells", tells)));
        Assert.Equal((BookingState.Cancelled, (long)messages), (await office.StateAsync(booked.Id), await office.ToldAsync(booked.Id)));
        await staff.Browser.FollowAsync();
        Assert.Contains("赵敏 取消了", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("：本人来电", staff.Browser.Page, StringComparison.Ordinal);

        Task<HttpStatusCode> CancelAsync(params (string, string)[] fields) =>
            staff.Browser.SubmitAsync(address, [.. fields, ("version", Versions.In(staff.Browser.Page))]);
    }

    [Fact]
    public async Task Another_time_is_offered_of_every_lawyer_but_those_of_the_other_side_and_confirmed_before_it_counts()
    {
        var staff = await office.Console.AddReadyAsync("mover", RoleKind.Operator);
        var (first, theirs, other) = (await office.LawyerAsync("周静"), await office.LawyerAsync("钱律", serves: "鑫源机械"), await office.LawyerAsync("孙律"));
        var booked = await office.BookAsync("mover-wang", "01-15 14:00", first);
        var address = ConsultationOffice.AddressOf(booked.Id) + "/move";

        await staff.Browser.OpenAsync(address + "?day=2026-01-16");
        Assert.Contains("孙律律师", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("钱律", staff.Browser.Page, StringComparison.Ordinal);
        var to = Offers().Matches(staff.Browser.Page).Select(m => m.Groups[1].Value).First(a => a.Contains($"to={other}-", StringComparison.Ordinal));
        Assert.DoesNotContain($"to={theirs}-", staff.Browser.Page, StringComparison.Ordinal);

        await staff.Browser.OpenAsync(to);
        Assert.Contains("改到 1月16日（周五） 08:30，孙律律师，电话", staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.SubmitAsync(to, ("version", Versions.In(staff.Browser.Page)));
        Assert.Contains("请选一下：通知本人吗？", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(to, ("tells", "yes"), ("version", Versions.In(staff.Browser.Page))));

        Assert.Equal(1L, await office.ToldAsync(booked.Id));
        Assert.Equal(1L, await office.Console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM legal_booking WHERE id = $1 AND lawyer_id = $2 AND starts_at = $3", booked.Id, other, LegalOffice.At("01-16 08:30")));
        Assert.Equal(1L, await office.Console.Database.ScalarAsync<long>("SELECT count(*) FROM legal_taken_time WHERE lawyer_id IN ($1, $2)", first, other));
    }

    [Fact]
    public async Task A_time_that_somebody_took_meanwhile_is_refused_and_a_step_later_on_the_same_lawyer_is_not()
    {
        var staff = await office.Console.AddReadyAsync("slow", RoleKind.Operator);
        var lawyer = await office.LawyerAsync("吴静");
        var booked = await office.BookAsync("slow-wang", "01-15 14:00", lawyer);
        var move = ConsultationOffice.AddressOf(booked.Id) + "/move?day=2026-01-15&to=";
        var taken = $"{move}{lawyer}-{LegalOffice.At("01-15 15:20").ToUnixTimeSeconds()}-";
        await staff.Browser.OpenAsync(taken);
        await office.BookAsync("slow-li", "01-15 15:20", lawyer);

        await staff.Browser.SubmitAsync(taken, ("tells", "no"), ("version", Versions.In(staff.Browser.Page)));
        Assert.Contains("刚被别人约走了", staff.Browser.Page, StringComparison.Ordinal);

        var next = $"{move}{lawyer}-{LegalOffice.At("01-15 14:40").ToUnixTimeSeconds()}-";
        await staff.Browser.OpenAsync(next);
        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(next, ("tells", "no"), ("version", Versions.In(staff.Browser.Page))));
        Assert.Equal(0L, await office.ToldAsync(booked.Id));
    }

    [Fact]
    public async Task The_number_to_call_is_shown_to_operators_on_asking_and_noted()
    {
        var (staff, auditor) = (await office.Console.AddReadyAsync("caller", RoleKind.Operator), await office.Console.AddReadyAsync("looker", RoleKind.Auditor));
        var booked = await office.BookAsync("phone-wang", "01-14 14:00", await office.LawyerAsync("郑律"));
        await office.ConfirmPhoneAsync(await office.PersonAsync("phone-wang"), "13800003333");
        var address = ConsultationOffice.AddressOf(booked.Id);

        await staff.Browser.OpenAsync(address);
        Assert.DoesNotContain("13800003333", staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.SubmitAsync(address, ("deed", "phone"));

        Assert.Contains("<a href=\"tel:13800003333\">", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await office.Console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'booking/phone-read' AND subject = $1 AND actor_id = $2", $"booking/{booked.Id:N}", staff.Staff));
        await auditor.Browser.OpenAsync(address);
        Assert.Contains("约好了", auditor.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("看电话", auditor.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matter_that_goes_on_elsewhere_leaves_a_case_for_staff_behind()
    {
        var staff = await office.Console.AddReadyAsync("passer", RoleKind.Operator);
        var booked = await office.BookAsync("pass-wang", "01-14 14:00", await office.LawyerAsync("于律"));
        var address = ConsultationOffice.AddressOf(booked.Id) + "/transfer";
        await staff.Browser.OpenAsync(address);

        await staff.Browser.SubmitAsync(address, ("target", "Counselling"), ("version", Versions.In(staff.Browser.Page)));
        Assert.Contains("请选一下：通知本人吗？", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(
            address, ("target", "Counselling"), ("tells", "yes"), ("version", Versions.In(staff.Browser.Page))));

        Assert.Equal((BookingState.Transferred, 1L), (await office.StateAsync(booked.Id), await office.ToldAsync(booked.Id)));
        Assert.Equal(1L, await office.Console.Database.ScalarAsync<long>("SELECT count(*) FROM union_case WHERE kind = 'legal-aid/transferred' AND subject = $1", $"booking/{booked.Id:N}"));
        await staff.Browser.FollowAsync();
        Assert.Contains("转办了", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("：心理咨询", staff.Browser.Page, StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"([^\"]*/move[^\"]*to=[^\"]*)\"")]
    private static partial Regex Offers();
}
