using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;

namespace UnionBot.SystemTests.Broadcasts;

/// <summary>Whom staff have to call because no message reaches them.</summary>
public sealed class CallListTests(BroadcastOffice office) : IClassFixture<BroadcastOffice>
{
    [Fact]
    public async Task Who_is_on_no_roster_is_on_the_list_too_with_what_they_told_of_themselves_behind_the_members()
    {
        var writer = await office.StaffAsync("call-w", RoleKind.Operator);
        var (known, unknown) = (await office.FollowerAsync("call-known"), await office.FollowerAsync("call-unknown"));
        var member = await office.MemberAsync("call-member", BroadcastOffice.Lixia, "李强");
        foreach (var person in new[] { known, unknown, member }) await UnfollowAsync(person);
        await ConfirmAsync(known, "13912345678");
        await office.Database.ExecuteAsync("UPDATE talk SET last_at = '2026-01-05T02:00:00Z' WHERE person_id = $1", known);
        var number = await office.CreateAsync(office.Content with { Audience = Audience.Everybody }, writer);

        var lines = (await ReadAsync(number, writer)).Where(l => l.Person is { } p && (p == known || p == unknown || p == member)).ToArray();

        Assert.Equal([("李强", member), (null, known), (null, unknown)], lines.Select(l => (l.Name, l.Person!.Value)));
        Assert.Equal(["13912345678", null], lines[1..].Select(l => l.Phone));
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero), lines[1].LastAt);
        Assert.Equal(1L, await office.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'broadcast/phone-read' AND subject = $1 AND actor_id = $2", $"person/{known}", writer));
    }

    [Fact]
    public async Task Who_is_an_operator_of_one_district_and_reads_all_as_auditor_sees_the_numbers_of_the_district_only()
    {
        var writer = await office.StaffAsync("part-w", RoleKind.Operator);
        var reader = await office.StaffAsync("part-r", RoleKind.Auditor);
        await office.Database.ExecuteAsync("INSERT INTO staff_role (staff_id, kind, organisation_id) SELECT $1, kind, 2 FROM staff_role WHERE staff_id = $2", reader, writer);
        var (near, far, stranger) = (
            await office.MemberAsync("part-near", 22, "王芳", "焊工"), await office.MemberAsync("part-far", BroadcastOffice.Shizhong, "赵六", "焊工"), await office.FollowerAsync("part-stranger"));
        foreach (var person in new[] { near, far, stranger }) await UnfollowAsync(person);
        var number = await office.CreateAsync(office.Content, writer);

        Assert.Equal([near], PeopleOf(await ReadAsync(number, reader)).Intersect([near, far, stranger]));

        await StartAsync(number);
        Assert.Equal([near], PeopleOf(await ReadAsync(number, reader)).Intersect([near, far, stranger]));
        Assert.Equal([near, far, stranger], PeopleOf(await ReadAsync(number, writer)).Intersect([near, far, stranger]));
    }

    [Fact]
    public async Task Page_by_page_nobody_is_left_out_or_listed_twice()
    {
        var writer = await office.StaffAsync("page-all", RoleKind.Operator);
        for (var n = 0; n < 30; n++) await office.RosterAsync(22, $"张{n}");
        for (var n = 0; n < 30; n++) await UnfollowAsync(await office.FollowerAsync($"page-{n}"));
        var number = await office.CreateAsync(office.Content, writer);
        await StartAsync(number);

        var (all, after) = (new List<CallLine>(), new CallCursor(0, IsPastRoster: false));
        while (await ReadAsync(number, writer, after) is { Count: > 0 } page)
        {
            all.AddRange(page);
            after = page[^1] is { Member: { } member } ? new CallCursor(member, IsPastRoster: false) : new CallCursor(page[^1].Person!.Value, IsPastRoster: true);
        }

        Assert.Equal(all.Count, all.Select(l => (l.Member, l.Person)).Distinct().Count());
        Assert.InRange(all.Count, 60, 100);
        Assert.True(all.FindLastIndex(l => l.Member is not null) < all.FindIndex(l => l.Member is null));
    }

    private static IEnumerable<long> PeopleOf(IEnumerable<CallLine> lines) => lines.Select(l => l.Person).OfType<long>();

    private Task<int> UnfollowAsync(long person) => office.Database.ExecuteAsync("UPDATE person SET unfollowed_at = now() WHERE id = $1", person);

    private async Task ConfirmAsync(long person, string number)
    {
        Assert.True(MobileNumber.TryParse(number, out var phone));
        var sealedPhone = office.Console.Bot.Services.GetRequiredService<PersonCiphers>().SealPhone(new PersonId(person), phone);
        await office.Database.ExecuteAsync("UPDATE person SET phone = $1, phone_confirmed_at = now() WHERE id = $2", sealedPhone, person);
    }

    /// <summary>Its people are fixed, whoever writes and releases it.</summary>
    private async Task StartAsync(int number)
    {
        Assert.Null(await office.ApproveAsync(number, await office.StaffAsync($"start-{number}", RoleKind.Approver)));
        await office.OpenWindowAsync(number);
        await office.MinuteAsync();
    }

    private Task<IReadOnlyList<CallLine>> ReadAsync(int number, long reader, CallCursor? after = null) =>
        office.AsAsync<CallLists, IReadOnlyList<CallLine>>(async calls =>
        {
            var broadcast = await office.AsAsync<BroadcastRegister, Broadcast?>(r => r.FindAsync(number, reader, CancellationToken.None));
            return await calls.ReadAsync(broadcast!, after ?? new CallCursor(0, IsPastRoster: false), reader, CancellationToken.None);
        });
}
