using System.Net;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.StaffConsole;

public sealed class PhoneListPageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private const string Page = "/console/phone-lists";

    [Fact]
    public async Task Who_left_with_an_open_case_is_listed_with_the_phone_of_the_roster_and_that_it_was_read_is_in_the_audit()
    {
        var staff = await console.AddReadyAsync("caller", RoleKind.Operator);
        var person = await AddLeftMemberAsync();

        await staff.Browser.OpenAsync(Page);

        Assert.Contains("<a href=\"tel:13800000001\">", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("取消了关注", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'phone-list/read' AND subject = $1 AND actor_id = $2", $"person/{person}", staff.Staff));
    }

    [Fact]
    public async Task Who_works_for_a_part_of_the_tree_does_not_read_the_phones_of_all()
    {
        var staff = await console.AddReadyAsync("part", RoleKind.Operator);
        await console.BelongToDistrictAsync(staff.Staff);

        Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.OpenAsync(Page));
    }

    private async Task<long> AddLeftMemberAsync()
    {
        var number = await console.AddCaseAsync("left", "wechat");
        var person = await console.Database.ScalarAsync<long>("SELECT person_id FROM union_case WHERE id = $1", number);
        await console.AddMemberAsync(17, "NO17");
        await console.Database.ExecuteAsync("UPDATE member SET person_id = $1 WHERE id = 17", person);
        await console.Database.ExecuteAsync("UPDATE person SET unfollowed_at = now() WHERE id = $1", person);
        await console.Database.ExecuteAsync("UPDATE union_case SET kind = 'membership/unfollowed' WHERE id = $1", number);
        return person;
    }
}
