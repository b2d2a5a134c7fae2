using System.Net;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>What was told with a booking is for its lawyer and legal supervisors, after a reason, and every reading is kept.</summary>
public sealed class StoryPageTests(ConsultationOffice office) : IClassFixture<ConsultationOffice>
{
    private const string Told = "三个月没发工资";

    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task A_legal_supervisor_reads_it_after_a_reason_which_an_auditor_sees()
    {
        var supervisor = await office.Console.AddReadyAsync("supervisor", RoleKind.LegalSupervisor);
        var auditor = await office.Console.AddReadyAsync("story-auditor", RoleKind.Auditor);
        var booked = await office.BookAsync("story-wang", "01-14 14:00", await office.LawyerAsync("周静"));
        await office.AddPhotoAsync(booked.Id, Photo);
        var address = ConsultationOffice.AddressOf(booked.Id) + "/story";

        await supervisor.Browser.OpenAsync(address);
        Assert.DoesNotContain(Told, supervisor.Browser.Page, StringComparison.Ordinal);
        await supervisor.Browser.SubmitAsync(address, ("reason", " "));
        Assert.Contains("请先写一下为什么要看", supervisor.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("还没有人看过", supervisor.Browser.Page, StringComparison.Ordinal);

        await supervisor.Browser.SubmitAsync(address, ("reason", "督办检查"));
        Assert.Contains(Told, supervisor.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("<dt>单位</dt><dd>济南鑫源机械有限公司</dd>", supervisor.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("<dt>类型</dt><dd>欠薪</dd>", supervisor.Browser.Page, StringComparison.Ordinal);
        Assert.Contains($"src=\"data:image/jpeg;base64,{Convert.ToBase64String(Photo)}\"", supervisor.Browser.Page, StringComparison.Ordinal);

        await auditor.Browser.OpenAsync(address);
        Assert.Contains("赵敏：督办检查", auditor.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, auditor.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await auditor.Browser.SubmitAsync(address, ("reason", "看看")));
    }

    [Fact]
    public async Task The_assigned_lawyer_reads_it_and_no_other_lawyer_does()
    {
        var (own, other) = (await office.Console.AddReadyAsync("own-lawyer"), await office.Console.AddReadyAsync("other-lawyer", RoleKind.Operator));
        var lawyer = await office.LawyerAsync("吴律");
        await office.SignInAsAsync(lawyer, own.Staff);
        await office.SignInAsAsync(await office.LawyerAsync("郑律"), other.Staff);
        var booked = await office.BookAsync("assigned-wang", "01-14 14:00", lawyer);
        var address = ConsultationOffice.AddressOf(booked.Id) + "/story";

        await own.Browser.OpenAsync(address);
        await own.Browser.SubmitAsync(address, ("reason", "准备咨询"));
        Assert.Contains(Told, own.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("谁看过</h2>", own.Browser.Page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, await other.Browser.OpenAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, await other.Browser.SubmitAsync(address, ("reason", "准备咨询")));
        Assert.Equal(1L, await office.Console.Database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'booking/told-read' AND subject = $1", $"booking/{booked.Id:N}"));
    }

    [Fact]
    public async Task A_supervisor_reads_it_from_above_the_persons_own_firm_only()
    {
        var (firm, district) = (await office.Console.AddReadyAsync("firm-supervisor", RoleKind.LegalSupervisor), await office.Console.AddReadyAsync("district-supervisor", RoleKind.LegalSupervisor));
        var booked = await office.BookAsync("firm-wang", "01-14 14:40", await office.LawyerAsync("冯律"));
        await office.Console.AddMemberAsync(801, "NO801");
        await office.Console.BelongToDistrictAsync(district.Staff);
        await office.Console.Database.ExecuteAsync("UPDATE organisation SET path = '7.9.' WHERE id = 9");
        await office.Console.Database.ExecuteAsync("UPDATE member SET person_id = $1, bound_at = now() WHERE id = 801", (await office.PersonAsync("firm-wang")).Value);
        await office.Console.Database.ExecuteAsync("UPDATE staff_role SET organisation_id = 9 WHERE staff_id = $1", firm.Staff);
        var address = ConsultationOffice.AddressOf(booked.Id) + "/story";

        Assert.Equal(HttpStatusCode.NotFound, await firm.Browser.OpenAsync(address));
        await district.Browser.OpenAsync(address);
        await district.Browser.SubmitAsync(address, ("reason", "督办检查"));

        Assert.Contains(Told, district.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("赵敏：督办检查", district.Browser.Page, StringComparison.Ordinal);
        await district.Browser.OpenAsync(address);
        await office.Console.Database.ExecuteAsync("UPDATE staff_role SET organisation_id = 9 WHERE staff_id = $1", district.Staff);
        Assert.Equal(HttpStatusCode.NotFound, await district.Browser.SubmitAsync(address, ("reason", "督办检查")));
        Assert.Equal(1L, await office.Console.Database.ScalarAsync<long>("SELECT count(*) FROM legal_reading WHERE booking_id = $1", booked.Id));
    }

    [Fact]
    public async Task What_was_written_of_it_in_words_is_read_there_and_nowhere_else()
    {
        const string Note = "建议先投诉";
        var supervisor = await office.Console.AddReadyAsync("note-supervisor", RoleKind.LegalSupervisor);
        var booked = await office.BookAsync("note-wang", "01-12 15:20", await office.LawyerAsync("褚律"));
        var address = ConsultationOffice.AddressOf(booked.Id);
        await supervisor.Browser.OpenAsync(address + "/outcome");
        Assert.Equal(HttpStatusCode.SeeOther, await supervisor.Browser.SubmitAsync(address + "/outcome", ("kind", "Advice"), ("note", Note), ("version", "0")));

        foreach (var page in new[] { "", "/outcome", "/story" })
        {
            await supervisor.Browser.OpenAsync(address + page);
            Assert.DoesNotContain(Note, supervisor.Browser.Page, StringComparison.Ordinal);
        }

        await supervisor.Browser.SubmitAsync(address + "/story", ("reason", "督办检查"));

        Assert.Contains($"<p class=\"said\">{Note}</p>", supervisor.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("赵敏：督办检查", supervisor.Browser.Page, StringComparison.Ordinal);
    }
}
