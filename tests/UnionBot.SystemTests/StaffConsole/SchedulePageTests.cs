using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>Lawyers who are away, a rota that changes under bookings, employers that lawyers serve, and who waits.</summary>
public sealed class SchedulePageTests(ConsultationOffice office) : IClassFixture<ConsultationOffice>
{
    private const string Root = "/console/legal-aid";
    private const string Away = Root + "/away";

    [Fact]
    public async Task A_lawyer_is_away_only_once_somebody_has_seen_and_confirmed_whom_it_concerns()
    {
        var staff = await office.Console.AddReadyAsync("away", RoleKind.Operator);
        var lawyer = await office.LawyerAsync("周静");
        await office.LawyerAsync("孙律");
        var first = await office.BookAsync("away-wang", "01-15 14:00", lawyer);
        await office.ConfirmPhoneAsync(await office.PersonAsync("away-wang"), "13800004444");
        (string, string)[] typed = [("lawyer", Number(lawyer)), ("from", "2026-01-15T08:00"), ("until", "2026-01-15T18:00"), ("reason", "住院")];
        await staff.Browser.OpenAsync(Away);

        await staff.Browser.SubmitAsync(Away, typed);
        Assert.Contains("涉及 1 个预约", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains(first.Number, staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(0L, await AbsencesAsync(lawyer));

        var second = await office.BookAsync("away-li", "01-15 14:40", lawyer);
        await staff.Browser.SubmitAsync(Away, [.. typed, ("deed", "confirm"), ("version", first.Number)]);
        Assert.Contains("预约有变化", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(0L, await AbsencesAsync(lawyer));

        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(Away, [.. typed, ("deed", "confirm"), ("version", Versions.In(staff.Browser.Page))]));
        Assert.Equal(2L, await office.Console.Database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE occasion LIKE 'legal-aid/displaced/%'"));
        await office.Console.Database.ExecuteAsync("UPDATE legal_displacement SET listed_at = now() WHERE booking_id = $1", first.Id);
        await staff.Browser.OpenAsync(Root + "/calls");
        Assert.Contains("<a href=\"tel:13800004444\">", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Number, staff.Browser.Page, StringComparison.Ordinal);

        await staff.Browser.OpenAsync($"{Root}?day=2026-01-15");
        Assert.Contains("要另约", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_rota_names_the_bookings_outside_of_it_and_neither_cancels_nor_tells()
    {
        var staff = await office.Console.AddReadyAsync("importer", RoleKind.Operator);
        var lawyer = await office.LawyerAsync("冯律");
        var (kept, lost) = (await office.BookAsync("rota-wang", "01-14 09:10", lawyer), await office.BookAsync("rota-li", "01-14 14:00", lawyer));
        await staff.Browser.OpenAsync("/console/imports");

        await staff.Browser.UploadAsync(
            "/console/imports", "排班.csv", Encoding.UTF8.GetBytes("律师,星期,开始,结束,地点,方式\n冯律,周三,08:30,11:30,,电话\n"), ("kind", "legal-rota"));
        var draft = staff.Browser.Goes!;
        await staff.Browser.FollowAsync();
        Assert.Contains($"逐个处理：{lost.Number}", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Number, staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.OpenAsync(Root + "/stranded");
        Assert.DoesNotContain(lost.Number, staff.Browser.Page, StringComparison.Ordinal);

        await staff.Browser.OpenAsync(draft);
        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(draft, ("deed", "confirm")));
        await staff.Browser.OpenAsync(Root + "/stranded");
        Assert.Contains(lost.Number, staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Number, staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal((BookingState.Booked, 0L), (await office.StateAsync(lost.Id), await office.ToldAsync(lost.Id)));
    }

    [Fact]
    public async Task Whom_a_lawyer_serves_is_added_and_removed_by_name_and_audited_without_it()
    {
        var staff = await office.Console.AddReadyAsync("register", RoleKind.LegalSupervisor);
        var lawyer = await office.LawyerAsync("陈律");
        var page = $"{Root}/lawyers/{Number(lawyer)}/conflicts";
        await staff.Browser.OpenAsync(page);

        await staff.Browser.SubmitAsync(page, ("deed", "add"), ("employer", "他们拖欠了我的工资吗"));
        Assert.Contains("没有加上", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(page, ("deed", "add"), ("employer", "济南泉城纺织有限公司")));
        await staff.Browser.FollowAsync();
        Assert.Contains("<td data-of=\"单位\">济南泉城纺织有限公司</td>", staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.SubmitAsync(page, ("deed", "add"), ("employer", "泉城纺织公司"));
        Assert.Contains("已经有的不用再加", staff.Browser.Page, StringComparison.Ordinal);

        var key = await office.Console.Database.ScalarAsync<string>("SELECT upper(encode(employer_hash, 'hex')) FROM legal_served_employer WHERE lawyer_id = $1", lawyer);
        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(page, ("deed", "remove"), ("key", key!)));
        Assert.Equal(0L, await office.Console.Database.ScalarAsync<long>("SELECT count(*) FROM legal_served_employer WHERE lawyer_id = $1", lawyer));
        Assert.Equal("lawyer/conflict-added,lawyer/conflict-removed", await office.Console.Database.ScalarAsync<string>(
            "SELECT string_agg(action, ',' ORDER BY id) FROM audit_entry WHERE subject = $1 AND actor_id = $2 AND action LIKE 'lawyer/conflict-%'", $"lawyer/{lawyer}", staff.Staff));
        Assert.Equal(0L, await office.Console.Database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE reason LIKE '%纺织%'"));
    }

    [Fact]
    public async Task Who_waits_is_shown_in_turn_without_what_they_need()
    {
        var staff = await office.Console.AddReadyAsync("waiting", RoleKind.Auditor);
        await WaitAsync("wait-wang", new SlotWish { Modes = ConsultationModes.Phone, Signs = true });
        await WaitAsync("wait-li", new SlotWish { IsUrgent = true });

        await staff.Browser.OpenAsync(Root + "/waiting");

        Assert.Contains("<td data-of=\"顺序\">1，急</td>", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("<td data-of=\"怎么咨询\">电话</td>", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("手语", staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.OpenAsync(Root + "/schedule");
        Assert.Contains("周一二三四五 08:30–11:30", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("回避名单", staff.Browser.Page, StringComparison.Ordinal);
    }

    private async Task WaitAsync(string address, SlotWish wish)
    {
        var person = await office.PersonAsync(address);
        await office.LawyerAsync($"律{address}");
        await using var scope = office.Console.Bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await scope.ServiceProvider.GetRequiredService<IConsultations>().WaitAsync(person, new KeptWish(wish, "{}"), CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private Task<long> AbsencesAsync(long lawyer) => office.Console.Database.ScalarAsync<long>("SELECT count(*) FROM legal_absence WHERE lawyer_id = $1", lawyer);

    private static string Number(long lawyer) => lawyer.ToString(CultureInfo.InvariantCulture);
}
