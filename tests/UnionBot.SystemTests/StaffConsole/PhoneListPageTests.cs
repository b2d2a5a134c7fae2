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
        var person = await AddLeftMemberAsync("left", 17);

        await staff.Browser.OpenAsync(Page);

        Assert.Contains("<a href=\"tel:13800000001\">", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("取消了关注", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'phone-list/read' AND subject = $1 AND actor_id = $2", $"person/{person}", staff.Staff));
    }

    [Fact]
    public async Task Who_works_for_a_part_of_the_tree_reads_the_phones_of_its_people_only()
    {
        var staff = await console.AddReadyAsync("part", RoleKind.Operator);
        await console.BelongToDistrictAsync(staff.Staff);
        var person = await AddLeftMemberAsync("gone", 18);

        Assert.Equal(HttpStatusCode.OK, await staff.Browser.OpenAsync(Page));
        Assert.DoesNotContain("tel:", staff.Browser.Page, StringComparison.Ordinal);
        await console.Database.ExecuteAsync("UPDATE member SET organisation_id = 7 WHERE person_id = $1", person);
        await staff.Browser.OpenAsync(Page);
        Assert.Contains("<a href=\"tel:13800000001\">", staff.Browser.Page, StringComparison.Ordinal);
    }

    private async Task<long> AddLeftMemberAsync(string address, long member)
    {
        var number = await console.AddCaseAsync(address, "wechat");
        var person = await console.Database.ScalarAsync<long>("SELECT person_id FROM union_case WHERE id = $1", number);
        await console.AddMemberAsync(member, $"NO{member}");
        await console.Database.ExecuteAsync("UPDATE member SET person_id = $1 WHERE id = $2", person, member);
        await console.Database.ExecuteAsync("UPDATE person SET unfollowed_at = now() WHERE id = $1", person);
        await console.Database.ExecuteAsync("UPDATE union_case SET kind = 'membership/unfollowed' WHERE id = $1", number);
        return person;
    }
}
