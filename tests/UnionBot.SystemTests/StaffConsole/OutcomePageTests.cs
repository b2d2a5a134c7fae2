using System.Net;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>What came of a consultation is written in a form, put right by a further version, and never overwritten unseen.</summary>
public sealed class OutcomePageTests(ConsultationOffice office) : IClassFixture<ConsultationOffice>
{
    [Fact]
    public async Task An_outcome_ends_the_consultation_and_a_correction_keeps_what_was_written_before()
    {
        var (staff, late) = (await office.Console.AddReadyAsync("writer", RoleKind.Operator), await office.Console.AddReadyAsync("late", RoleKind.LegalSupervisor));
        var booked = await office.BookAsync("outcome-wang", "01-12 14:00", await office.LawyerAsync("周静"));
        var address = ConsultationOffice.AddressOf(booked.Id) + "/outcome";
        await staff.Browser.OpenAsync(address);
        Assert.Contains("value=\"30\"", staff.Browser.Page, StringComparison.Ordinal);

        await WriteAsync(staff, ("minutes", "40"), ("involved", "一万八"), ("kind", "Advice"));
        Assert.Contains("金额请只填数字", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"一万八\"", staff.Browser.Page, StringComparison.Ordinal);
        await late.Browser.OpenAsync(address);
        Assert.Equal(HttpStatusCode.SeeOther, await WriteAsync(
            staff, ("kind", "Advice"), ("kind", "Drafting"), ("minutes", "40"), ("involved", "18000"), ("recovered", "12000.5"), ("settled", "yes"), ("note", "老板当场签字")));
        Assert.Equal(BookingState.Done, await office.StateAsync(booked.Id));

        await WriteAsync(late, ("kind", "Advice"), ("minutes", "30"));
        Assert.Contains("别人刚写过一版", late.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("咨询、代书；40 分钟；涉案 18000 元；挽回 12000.5 元；解决了；另有文字", late.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await WriteAsync(late, ("kind", "Advice"), ("minutes", "30")));

        await staff.Browser.OpenAsync(address);
        Assert.Contains("第 2 版（算数的）：咨询；30 分钟", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("第 1 版：咨询、代书", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("老板当场签字", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.OpenAsync(ConsultationOffice.AddressOf(booked.Id)));
        Assert.Contains("改了结果", staff.Browser.Page, StringComparison.Ordinal);

        Task<HttpStatusCode> WriteAsync(StaffMember by, params (string, string)[] fields) =>
            by.Browser.SubmitAsync(address, [.. fields, ("version", Versions.In(by.Browser.Page))]);
    }

    [Fact]
    public async Task Before_its_day_and_of_another_lawyers_consultation_nothing_is_written()
    {
        var (staff, other) = (await office.Console.AddReadyAsync("early", RoleKind.Operator), await office.Console.AddReadyAsync("stranger"));
        var booked = await office.BookAsync("early-wang", "01-14 14:00", await office.LawyerAsync("吴律"));
        await office.SignInAsAsync(await office.LawyerAsync("郑律"), other.Staff);
        var address = ConsultationOffice.AddressOf(booked.Id) + "/outcome";
        await staff.Browser.OpenAsync(address);

        await staff.Browser.SubmitAsync(address, ("kind", "Advice"), ("version", "0"));

        Assert.Contains("还没到咨询的那天", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.Browser.OpenAsync(address));
        Assert.Equal(BookingState.Booked, await office.StateAsync(booked.Id));
    }
}
