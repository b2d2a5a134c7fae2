using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Subscriptions;

namespace UnionBot.SystemTests.StaffConsole;

public sealed class SubscriptionPageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private const string Page = "/console/subscriptions";

    [Fact]
    public async Task Rules_are_listed_masked_and_opened_as_the_person_reads_them()
    {
        var staff = await console.AddReadyAsync("reader", RoleKind.Auditor);
        var person = await AddRuleAsync("listed");
        await console.AddMemberAsync(17, "NO17");
        await console.Database.ExecuteAsync("UPDATE member SET person_id = $1 WHERE id = 17", person);

        await staff.Browser.OpenAsync(Page);
        Assert.Contains("王*英 138****0001", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000001", staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.SubmitAsync(Page, ("phone", "13800000001"));
        Assert.Contains($"href=\"{AddressOf(person)}\"", staff.Browser.Page, StringComparison.Ordinal);

        await staff.Browser.OpenAsync(AddressOf(person));
        Assert.Contains("记下了：保洁员", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("本人要求停掉", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await AuditAsync("vacancy-rule/read", person, staff));
    }

    [Fact]
    public async Task A_rule_is_ended_on_the_persons_wish_after_a_second_look_and_with_what_they_said()
    {
        var staff = await console.AddReadyAsync("ender", RoleKind.Operator);
        var person = await AddRuleAsync("ended");
        await staff.Browser.OpenAsync(EndOf(person));

        await EndAsync(staff, person, " ");
        Assert.Contains("请写一下本人是怎么说的", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await EndAsync(staff, person, "打电话来说不找了"));

        Assert.Equal((int)RuleState.Ended, await StateAsync(person));
        Assert.Equal(1L, await AuditAsync("vacancy-rule/ended", person, staff));
    }

    [Fact]
    public async Task Whoever_is_overtaken_by_the_person_sees_the_rule_as_it_is_now()
    {
        var staff = await console.AddReadyAsync("overtaken", RoleKind.Operator);
        var person = await AddRuleAsync("faster");
        await staff.Browser.OpenAsync(EndOf(person));
        await console.Database.ExecuteAsync("UPDATE vacancy_rule SET state = 1 WHERE person_id = $1", person);

        await EndAsync(staff, person, "打电话来说不找了");

        Assert.Contains("本人或同事刚改过", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("先不发", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"打电话来说不找了\"", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal((int)RuleState.Paused, await StateAsync(person));
    }

    [Fact]
    public async Task A_district_sees_and_ends_the_rules_of_its_people_only()
    {
        var staff = await console.AddReadyAsync("part", RoleKind.Operator);
        await console.BelongToDistrictAsync(staff.Staff);
        var person = await AddRuleAsync("stranger");

        await staff.Browser.OpenAsync(Page);
        Assert.DoesNotContain($"href=\"{AddressOf(person)}\"", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await staff.Browser.OpenAsync(AddressOf(person)));
        Assert.Equal(HttpStatusCode.NotFound, await staff.Browser.SubmitAsync(EndOf(person), ("reason", "试试"), ("version", "1")));
        Assert.Equal((int)RuleState.Active, await StateAsync(person));
    }

    private async Task<long> AddRuleAsync(string address)
    {
        var person = await console.Bot.Services.GetRequiredService<PeopleByAddress>().FindOrAddAsync("web", address, CancellationToken.None);
        var (wish, now) = (new VacancyWish { Trades = ["保洁员"] }, TimeProvider.System.GetUtcNow());
        var rule = new VacancyRule(Guid.CreateVersion7(), person, VacancyRule.OfWorker, now);
        rule.Want(console.Bot.Services.GetRequiredService<VacancyCiphers>().SealRule(rule.Id, new KeptWish(wish, Who: null)), wish, now);
        await using var db = console.Database.Open();
        db.Add(rule);
        await db.SaveChangesAsync();
        return person.Value;
    }

    private static Task<HttpStatusCode> EndAsync(StaffMember staff, long person, string reason) =>
        staff.Browser.SubmitAsync(EndOf(person), ("reason", reason), ("version", Versions.In(staff.Browser.Page)));

    private static string AddressOf(long person) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{person}");

    private static string EndOf(long person) => AddressOf(person) + "/end";

    private Task<int> StateAsync(long person) => console.Database.ScalarAsync<int>("SELECT state::int FROM vacancy_rule WHERE person_id = $1", person);

    private Task<long> AuditAsync(string action, long person, StaffMember staff) => console.Database.ScalarAsync<long>(
        "SELECT count(*) FROM audit_entry WHERE action = $1 AND subject = $2 AND actor_id = $3", action, $"person/{person}", staff.Staff);
}
