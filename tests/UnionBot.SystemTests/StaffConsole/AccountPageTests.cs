using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.StaffConsole;

public sealed partial class AccountPageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private const string Page = "/console/accounts";

    [Fact]
    public async Task A_new_colleague_gets_an_account_whose_one_time_password_is_shown_once()
    {
        var admin = await console.AddReadyAsync("opener", RoleKind.Administrator);
        await admin.Browser.OpenAsync(Page);

        await admin.Browser.SubmitAsync(Page, ("name", "李雷"), ("organisation", ""), ("user", "opener"));
        Assert.Contains("这个用户名有人用了", admin.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"李雷\"", admin.Browser.Page, StringComparison.Ordinal);
        await admin.Browser.SubmitAsync(Page, ("name", "李雷"), ("organisation", ""), ("user", "lilei"));

        var password = Password().Match(admin.Browser.Page).Groups[1].Value;
        Assert.NotEmpty(password);
        await admin.Browser.OpenAsync(Page);
        Assert.Contains("李雷", admin.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(password, admin.Browser.Page, StringComparison.Ordinal);
        using var theirs = console.Browser();
        await theirs.SignInAsync("lilei", password);
        Assert.Equal("/console", theirs.Goes);
        Assert.Equal(1L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'staff/account-made' AND actor_id = $1", admin.Staff));
    }

    [Fact]
    public async Task A_role_given_for_a_part_of_the_tree_counts_at_the_next_click_and_so_does_its_end()
    {
        var admin = await console.AddReadyAsync("giver", RoleKind.Administrator);
        var other = await console.AddReadyAsync("taker", RoleKind.LegalSupervisor);
        await console.BelongToDistrictAsync(0);
        Assert.Equal(HttpStatusCode.Forbidden, await other.Browser.OpenAsync("/console/cases"));

        await DoAsync(admin, other, "give", ("role", "Operator"), ("organisation", "历下区总工会"));
        Assert.Equal(HttpStatusCode.OK, await other.Browser.OpenAsync("/console/cases"));
        await admin.Browser.OpenAsync(AddressOf(other));
        Assert.Contains("经办：历下区总工会和下级", admin.Browser.Page, StringComparison.Ordinal);

        await DoAsync(admin, other, "take", ("role", "Operator"), ("organisation", "7"));
        Assert.Equal(HttpStatusCode.Forbidden, await other.Browser.OpenAsync("/console/cases"));
        Assert.Equal(2L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action LIKE 'staff/role-%' AND actor_id = $1 AND subject = $2", admin.Staff, $"staff/{other.Staff}"));
    }

    [Fact]
    public async Task Nobody_changes_their_own_account_or_roles()
    {
        var admin = await console.AddReadyAsync("selfish", RoleKind.Administrator);

        await DoAsync(admin, admin, "give", ("role", "Operator"), ("organisation", ""));

        Assert.Contains("自己的账号和角色请另一位管理员来改", admin.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await admin.Browser.OpenAsync("/console/cases"));
    }

    [Fact]
    public async Task Of_two_administrators_who_take_it_from_each_other_at_once_one_remains()
    {
        var (one, two) = (await console.AddReadyAsync("one", RoleKind.Administrator), await console.AddReadyAsync("two", RoleKind.Administrator));
        await one.Browser.OpenAsync(AddressOf(two));
        await two.Browser.OpenAsync(AddressOf(one));

        await Task.WhenAll(TakeAsync(one, two), TakeAsync(two, one));

        Assert.Equal(1L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM staff_role WHERE kind = 5 AND staff_id IN ($1, $2)", one.Staff, two.Staff));
        static Task TakeAsync(StaffMember by, StaffMember from) => SubmitAsync(by, from, "take", ("role", "Administrator"), ("organisation", ""));
    }

    [Fact]
    public async Task The_second_of_two_who_change_an_account_sees_what_the_first_did()
    {
        var (first, second) = (await console.AddReadyAsync("early", RoleKind.Administrator), await console.AddReadyAsync("late", RoleKind.Administrator));
        var other = await console.AddReadyAsync("between", RoleKind.Auditor);
        await first.Browser.OpenAsync(AddressOf(other));
        await second.Browser.OpenAsync(AddressOf(other));

        await SubmitAsync(first, other, "give", ("role", "VisitorLead"), ("organisation", ""));
        await SubmitAsync(second, other, "give", ("role", "Approver"), ("organisation", ""));

        Assert.Contains("这个账号刚被改过", second.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("走访负责人：整个工会", second.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Approver\" selected", second.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(0L, await console.Database.ScalarAsync<long>("SELECT count(*) FROM staff_role WHERE staff_id = $1 AND kind = 1", other.Staff));
    }

    [Fact]
    public async Task A_locked_account_is_signed_out_and_stays_closed_until_its_password_is_given_anew()
    {
        var admin = await console.AddReadyAsync("locker", RoleKind.Administrator);
        var other = await console.AddReadyAsync("locked", RoleKind.Operator);

        await DoAsync(admin, other, "lock");
        await other.Browser.OpenAsync("/console/cases");
        Assert.Equal("/console/sign-in", other.Browser.Goes);
        await other.Browser.SignInAsync(other.User, ConsoleUnderTest.Chosen);
        Assert.Contains("用户名或密码不对", other.Browser.Page, StringComparison.Ordinal);

        await DoAsync(admin, other, "reset");
        await other.Browser.SignInAsync(other.User, Password().Match(admin.Browser.Page).Groups[1].Value);
        Assert.Equal("/console", other.Browser.Goes);
    }

    [Fact]
    public async Task An_administrator_of_a_district_reaches_its_staff_and_never_whoever_reaches_further()
    {
        var admin = await console.AddReadyAsync("district", RoleKind.Administrator);
        var (own, higher) = (await console.AddReadyAsync("own", RoleKind.Auditor), await console.AddReadyAsync("higher", RoleKind.Administrator));
        var stranger = await console.AddReadyAsync("stranger", RoleKind.Auditor);
        await console.BelongToDistrictAsync(admin.Staff);
        await console.BelongToDistrictAsync(own.Staff);
        await console.Database.ExecuteAsync("UPDATE staff SET organisation_id = 7 WHERE id IN ($1, $2)", own.Staff, higher.Staff);

        Assert.Equal(HttpStatusCode.NotFound, await admin.Browser.OpenAsync(AddressOf(stranger)));
        await DoAsync(admin, higher, "reset");
        Assert.Contains("这位同事的角色超出您管的范围", admin.Browser.Page, StringComparison.Ordinal);
        await DoAsync(admin, own, "give", ("role", "Operator"), ("organisation", ""));
        Assert.Contains("您只能给本单位和下级开通", admin.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await DoAsync(admin, own, "give", ("role", "Operator"), ("organisation", "7")));
    }

    private static async Task<HttpStatusCode> DoAsync(StaffMember by, StaffMember to, string deed, params (string Name, string Value)[] fields)
    {
        await by.Browser.OpenAsync(AddressOf(to));
        return await SubmitAsync(by, to, deed, fields);
    }

    private static Task<HttpStatusCode> SubmitAsync(StaffMember by, StaffMember to, string deed, params (string Name, string Value)[] fields) =>
        by.Browser.SubmitAsync(AddressOf(to), [("deed", deed), ("version", Versions.In(by.Browser.Page)), .. fields]);

    private static string AddressOf(StaffMember staff) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{staff.Staff}");

    [GeneratedRegex("一次性密码 <code>([^<]+)</code>")]
    private static partial Regex Password();
}
