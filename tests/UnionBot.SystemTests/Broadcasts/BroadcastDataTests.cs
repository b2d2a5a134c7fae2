using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;
using UnionBot.SystemTests.StaffConsole;

namespace UnionBot.SystemTests.Broadcasts;

/// <summary>What went to many is also something that is kept about each of them.</summary>
public sealed class BroadcastDataTests(BroadcastOffice office) : IClassFixture<BroadcastOffice>
{
    [Fact]
    public async Task A_person_reads_what_they_were_sent_and_why_they_were_not()
    {
        var person = await office.MemberAsync("data-1", 22, "王秀英", "保洁员");
        var first = await BegunAsync("保洁员", BroadcastRoute.Custom, "{{姓名}}您好，周六招聘会。");
        await office.Database.ExecuteAsync("UPDATE mass_recipient SET status = 3, reason = NULL WHERE broadcast_id = $1", first);
        await office.Database.ExecuteAsync("INSERT INTO opt_out (person_id, kind, since) VALUES ($1, 11, now())", person);
        await BegunAsync("保洁员", BroadcastRoute.Mass, "夏送清凉。");

        var facts = await FactsAsync(person);

        Assert.Equal(["broadcast-sent", "not-sent"], facts.Select(f => f.Name));
        Assert.StartsWith("王秀英您好，周六招聘会。", facts[0].Value, StringComparison.Ordinal);
        Assert.Equal("opted-out", facts[1].Value);
        Assert.All(facts, fact => Assert.NotNull(fact.At));
    }

    [Fact]
    public async Task Who_is_forgotten_is_not_sent_what_still_waits_and_what_was_sent_stays_as_proof()
    {
        var person = await office.MemberAsync("data-2", 22, "李强", "装卸工");
        var sent = await BegunAsync("装卸工", BroadcastRoute.Mass, "第一条。");
        await office.Database.ExecuteAsync("UPDATE mass_recipient SET status = 3 WHERE broadcast_id = $1", sent);
        await office.Database.ExecuteAsync("UPDATE broadcast SET started_at = started_at - interval '30 days' WHERE id = $1", sent);
        var waiting = await BegunAsync("装卸工", BroadcastRoute.Mass, "第二条。");

        await EraseAsync(person);

        Assert.Equal(OutboundStatus.Accepted, await StatusAsync(sent, person));
        Assert.Equal(OutboundStatus.Expired, await StatusAsync(waiting, person));
    }

    [Fact]
    public async Task Staff_see_with_a_case_what_the_person_was_sent_with_many_and_that_nobody_knows_more_than_of_the_list()
    {
        var person = await office.MemberAsync("data-3", 22, "赵六", "厨师");
        var number = await BegunAsync("厨师", BroadcastRoute.Mass, "<b>周六</b>招聘会。");
        await office.Database.ExecuteAsync("UPDATE mass_recipient SET status = 3 WHERE broadcast_id = $1", number);
        await office.Database.ExecuteAsync("UPDATE mass_slice SET total = 2000, filtered = 1900, sent = 1850, failed = 50 WHERE broadcast_id = $1", number);
        var opened = await OpenCaseAsync(new PersonId(person));
        var staff = await office.Console.AddReadyAsync("data-staff", RoleKind.Operator);

        await staff.Browser.OpenAsync(ConsoleUnderTest.AddressOf(opened));

        Assert.Contains($"群发 {number}：平台收下了，第 1 批：2000 人里发出 1850", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("<b>周六</b>招聘会。", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", await staff.Browser.Response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<int> BegunAsync(string tag, BroadcastRoute route, string text)
    {
        var writer = await office.StaffAsync($"w{Guid.CreateVersion7():N}"[..20], RoleKind.Operator);
        var approver = await office.StaffAsync($"a{Guid.CreateVersion7():N}"[..20], RoleKind.Approver);
        var content = office.Content with { Route = route, Text = text, Audience = Audience.Everybody with { Tags = [tag] } };
        var number = await office.CreateAsync(content, writer);
        Assert.Null(await office.ApproveAsync(number, approver));
        await office.OpenWindowAsync(number);
        await office.MinuteAsync();
        return number;
    }

    private Task<IReadOnlyList<PersonalFact>> FactsAsync(long person) =>
        office.AsAsync<IEnumerable<IPersonalData>, IReadOnlyList<PersonalFact>>(parts =>
            parts.Single(part => part.Section == "broadcasts").ReadAsync(new PersonId(person), CancellationToken.None));

    private Task<bool> EraseAsync(long person) => office.AsAsync<IEnumerable<IPersonalData>, bool>(async parts =>
    {
        foreach (var part in parts) await part.EraseAsync(new PersonId(person), office.Now, CancellationToken.None);
        return true;
    });

    private async Task<OutboundStatus> StatusAsync(int broadcast, long person) => (OutboundStatus)await office.Database.ScalarAsync<short>(
        "SELECT status FROM mass_recipient WHERE broadcast_id = $1 AND person_id = $2", broadcast, person);

    private async Task<long> OpenCaseAsync(PersonId person)
    {
        await using var db = office.Database.Open();
        var opened = new Case(person, "handover/asked", office.Now);
        db.Add(opened);
        await db.SaveChangesAsync();
        return opened.Id;
    }
}
