using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.SystemTests.Vacancies;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.StaffConsole;

public sealed class VacancyPageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private const string Page = "/console/vacancies";

    private const int Waiting = 0;
    private const int Approved = 1;
    private const int Rejected = 2;
    private const int Closed = 3;

    [Fact]
    public async Task What_waits_is_listed_with_its_doubts_and_without_whom_to_call()
    {
        var staff = await console.AddReadyAsync("reviewer", RoleKind.Operator);
        var vacancy = await ImportAsync("门卫", "历下区", "押金500元");

        await staff.Browser.OpenAsync(Page + "?state=Waiting&flagged=1");

        Assert.Contains($"<a href=\"{AddressOf(vacancy)}\">门卫</a>", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("收押金或扣证件、没看过营业执照", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001111", staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.OpenAsync(AddressOf(vacancy));
        Assert.Contains("<a href=\"tel:13800001111\">", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await AuditAsync("vacancy/read", vacancy, staff));
    }

    [Fact]
    public async Task A_vacancy_that_something_speaks_against_is_shown_only_with_a_reason()
    {
        var staff = await console.AddReadyAsync("approver", RoleKind.Approver);
        var vacancy = await ImportAsync("厨师", "历下区", "押金500元");
        await staff.Browser.OpenAsync(AddressOf(vacancy));

        await DecideAsync(staff, vacancy, "approve", "");
        Assert.Contains("要展示请写一下怎么核实的", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(Waiting, await StateAsync(vacancy));
        Assert.Equal(0L, await console.Database.ScalarAsync<long>("SELECT count(*) FROM employer WHERE licence_seen_on IS NOT NULL AND name = '厨师公司'"));

        Assert.Equal(HttpStatusCode.SeeOther, await DecideAsync(staff, vacancy, "approve", "电话核实，押金已取消"));
        Assert.Equal(Approved, await StateAsync(vacancy));
        Assert.Equal(1L, await AuditAsync("vacancy/approved", vacancy, staff));
    }

    [Theory]
    [InlineData("reject", Rejected, "退回")]
    [InlineData("hide", Waiting, "暂时不展示")]
    [InlineData("close", Closed, "结束了")]
    public async Task What_is_shown_is_taken_back_with_a_reason_that_stays_in_its_history(string deed, int state, string words)
    {
        var staff = await console.AddReadyAsync($"taker-{deed}", RoleKind.Operator);
        var vacancy = await ImportAsync($"电工{deed}", "历下区", "白班");
        await staff.Browser.OpenAsync(AddressOf(vacancy));
        await DecideAsync(staff, vacancy, "approve", "已电话核实");
        await staff.Browser.FollowAsync();

        await DecideAsync(staff, vacancy, deed, " ");
        Assert.Contains("请写一下为什么", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(Approved, await StateAsync(vacancy));
        await DecideAsync(staff, vacancy, deed, "单位电话打不通");

        Assert.Equal(state, await StateAsync(vacancy));
        await staff.Browser.OpenAsync(AddressOf(vacancy));
        Assert.Contains($"赵敏 {words}：单位电话打不通", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_decide_sees_what_the_first_decided_and_what_they_wrote_themselves()
    {
        var first = await console.AddReadyAsync("first", RoleKind.Operator);
        var second = await console.AddReadyAsync("second", RoleKind.Approver);
        var vacancy = await ImportAsync("叉车工", "历下区", "白班");
        await first.Browser.OpenAsync(AddressOf(vacancy));
        await second.Browser.OpenAsync(AddressOf(vacancy));

        await DecideAsync(first, vacancy, "reject", "单位说不招了");
        await DecideAsync(second, vacancy, "approve", "已电话核实");

        Assert.Equal(Rejected, await StateAsync(vacancy));
        Assert.Contains("这个岗位刚被改过", second.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("退回：单位说不招了", second.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"已电话核实\"", second.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await DecideAsync(second, vacancy, "approve", "又打了一次，还招"));
        Assert.Equal(Approved, await StateAsync(vacancy));
    }

    [Fact]
    public async Task A_district_has_the_vacancies_of_its_region_only()
    {
        var staff = await console.AddReadyAsync("part", RoleKind.Operator);
        await console.BelongToDistrictAsync(staff.Staff);
        var own = await ImportAsync("护工", "历下区", "白班");
        var other = await ImportAsync("司机", "槐荫区", "白班");

        await staff.Browser.OpenAsync(Page);
        Assert.Contains("护工", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("司机", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await staff.Browser.OpenAsync(AddressOf(other)));
        await staff.Browser.OpenAsync(AddressOf(own));
        Assert.Equal(HttpStatusCode.NotFound, await DecideAsync(staff, other, "approve", "已电话核实"));
        Assert.Equal(Waiting, await StateAsync(other));
    }

    private async Task<long> ImportAsync(string title, string district, string says)
    {
        await RegionFiles.LoadAsync(console.Database.Source, CancellationToken.None);
        var day = UnionCalendar.DayOf(console.Bot.Services.GetRequiredService<BusinessClock>().GetUtcNow()).AddDays(60);
        var row = $"{title}公司,{title},,{district},,3000-4000元/月,,,{says},2,李经理,13800001111,{day:yyyy-MM-dd},演示";
        using var file = new ImportFile(new MemoryStream(Encoding.UTF8.GetBytes($"{VacancyOffice.Headers}\n{row}\n")), "岗位.csv");
        await using var scope = console.Bot.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<VacancyImport>()
            .RunAsync(file, new ImportRequest(AuditActor.System), CancellationToken.None);
        Assert.True(outcome.IsGood, string.Join("; ", outcome.Report.FirstFaults));
        return await console.Database.ScalarAsync<long>("SELECT id FROM vacancy WHERE title = $1", title);
    }

    private static Task<HttpStatusCode> DecideAsync(StaffMember staff, long vacancy, string deed, string reason) => staff.Browser.SubmitAsync(
        AddressOf(vacancy), ("deed", deed), ("reason", reason), ("licence", "yes"), ("version", Versions.In(staff.Browser.Page)));

    private static string AddressOf(long vacancy) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{vacancy}");

    private async Task<int> StateAsync(long vacancy) => await console.Database.ScalarAsync<int>("SELECT state::int FROM vacancy WHERE id = $1", vacancy);

    private Task<long> AuditAsync(string action, long vacancy, StaffMember staff) => console.Database.ScalarAsync<long>(
        "SELECT count(*) FROM audit_entry WHERE action = $1 AND subject = $2 AND actor_id = $3", action, $"vacancy/{vacancy}", staff.Staff);
}
