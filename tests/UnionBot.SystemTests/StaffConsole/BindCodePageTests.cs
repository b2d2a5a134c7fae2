using System.Net;
using System.Text.RegularExpressions;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.StaffConsole;

public sealed partial class BindCodePageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private const string Page = "/console/bind-codes";

    [Fact]
    public async Task A_code_is_shown_once_and_who_gave_it_for_whom_and_why_is_in_the_audit()
    {
        var staff = await console.AddReadyAsync("issuer", RoleKind.Operator);
        await console.AddMemberAsync(17, "NO17");
        await staff.Browser.OpenAsync(Page);

        await AskAsync(staff, "NO17", "7", "");
        Assert.Contains("请写一下怎么确认是本人的", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"NO17\"", staff.Browser.Page, StringComparison.Ordinal);
        await AskAsync(staff, "NO17", "7", "本人到场");

        Assert.Matches(Code(), staff.Browser.Page);
        var code = Code().Match(staff.Browser.Page).Groups[1].Value;
        await staff.Browser.OpenAsync(Page);
        Assert.DoesNotContain(code, staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'bind-code/issued' AND subject = 'member/17' AND actor_id = $1 AND reason = '本人到场'", staff.Staff));
    }

    [Fact]
    public async Task A_role_for_a_part_of_the_tree_gives_codes_only_there()
    {
        var staff = await console.AddReadyAsync("part", RoleKind.Operator);
        await console.BelongToDistrictAsync(staff.Staff);
        await console.AddMemberAsync(18, "NO18");
        await staff.Browser.OpenAsync(Page);

        await AskAsync(staff, "NO18", "7", "本人到场");

        Assert.Contains("不归您的单位管", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(0L, await console.Database.ScalarAsync<long>("SELECT count(*) FROM bind_code WHERE member_id = 18"));
    }

    [Fact]
    public async Task Whoever_issues_a_second_code_is_told_of_the_first_and_decides_anew()
    {
        var (first, second) = (await console.AddReadyAsync("first", RoleKind.Operator), await console.AddReadyAsync("second", RoleKind.Operator));
        await console.AddMemberAsync(19, "NO19");
        await first.Browser.OpenAsync(Page);
        await second.Browser.OpenAsync(Page);

        await AskAsync(first, "NO19", "7", "本人到场");
        await AskAsync(second, "NO19", "7", "看过会员证");
        Assert.Contains("给这位会员发过一个，还没有用", second.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"看过会员证\"", second.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await console.Database.ScalarAsync<long>("SELECT count(*) FROM bind_code WHERE member_id = 19"));

        await AskAsync(second, "NO19", "7", "看过会员证");
        Assert.Matches(Code(), second.Browser.Page);
        Assert.Equal(1L, await console.Database.ScalarAsync<long>("SELECT count(*) FROM bind_code WHERE member_id = 19 AND ended_at IS NULL"));
    }

    private static Task<HttpStatusCode> AskAsync(StaffMember staff, string member, string days, string reason) => staff.Browser.SubmitAsync(
        Page, ("member", member), ("days", days), ("reason", reason), ("version", Versions.In(staff.Browser.Page)));

    [GeneratedRegex("<code>([0-9A-Z]{4}-[0-9A-Z]+)</code>")]
    private static partial Regex Code();
}
