using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;

namespace UnionBot.SystemTests.Broadcasts;

public sealed class BroadcastRegisterTests(BroadcastOffice office) : IClassFixture<BroadcastOffice>
{
    [Fact]
    public async Task A_change_of_what_was_released_takes_the_release_back_and_both_are_in_the_audit()
    {
        var (writer, approver) = (await office.StaffAsync("falls-w", RoleKind.Operator), await office.StaffAsync("falls-a", RoleKind.Approver));
        var number = await office.CreateAsync(office.Content, writer);
        Assert.Null(await office.ApproveAsync(number, approver));

        var saved = await office.AsAsync<BroadcastRegister, SavedBroadcast>(
            r => r.ChangeAsync(number, 2, office.Content with { Text = "改到周日。" }, writer, CancellationToken.None));

        Assert.Equal(number, saved.Number);
        Assert.Equal(BroadcastState.Draft, await office.StateAsync(number));
        Assert.Equal(
            ["broadcast/written", "broadcast/approved", "broadcast/changed"],
            (await office.AsAsync<BroadcastRegister, IReadOnlyList<string>>(async r =>
                [.. (await r.HistoryAsync(number, CancellationToken.None)).Select(e => e.Action).Reverse()])));
    }

    [Fact]
    public async Task Who_has_both_roles_does_not_release_their_own_work()
    {
        var writer = await office.StaffAsync("both", RoleKind.Operator);
        await office.Database.ExecuteAsync("INSERT INTO staff_role (staff_id, kind) VALUES ($1, $2)", writer, (short)RoleKind.Approver);
        var number = await office.CreateAsync(office.Content, writer);

        Assert.Equal(BroadcastRefusal.OwnWork, await office.ApproveAsync(number, writer));
        Assert.Equal(BroadcastState.Draft, await office.StateAsync(number));
    }

    [Fact]
    public async Task Of_two_who_release_at_once_one_wins()
    {
        var writer = await office.StaffAsync("race-w", RoleKind.Operator);
        long[] approvers = [await office.StaffAsync("race-1", RoleKind.Approver), await office.StaffAsync("race-2", RoleKind.Approver)];
        for (var round = 0; round < 5; round++)
        {
            var number = await office.CreateAsync(office.Content, writer);

            var answers = await Task.WhenAll(approvers.Select(approver => office.ApproveAsync(number, approver)));

            Assert.Single(answers, refusal => refusal is null);
            Assert.Single(answers, refusal => refusal is BroadcastRefusal.Changed);
            Assert.Equal(1L, await office.Database.ScalarAsync<long>(
                "SELECT count(*) FROM audit_entry WHERE action = 'broadcast/approved' AND subject = $1", $"broadcast/{number}"));
        }
    }

    [Fact]
    public async Task Staff_write_see_and_release_within_their_own_part_of_the_tree()
    {
        var writer = await office.StaffAsync("part-w", RoleKind.Operator, BroadcastOffice.Lixia);
        var (same, other) = (await office.StaffAsync("part-1", RoleKind.Approver, BroadcastOffice.Lixia), await office.StaffAsync("part-2", RoleKind.Approver, BroadcastOffice.Shizhong));

        foreach (var wide in new long?[] { null, BroadcastOffice.City, BroadcastOffice.Shizhong })
            Assert.Equal(BroadcastRefusal.TooWide, (await CreateForAsync(wide, writer)).Refusal);

        var number = (await CreateForAsync(22, writer)).Number!.Value;
        Assert.Equal(BroadcastRefusal.Unknown, await office.ApproveAsync(number, other));
        Assert.Null(await office.AsAsync<BroadcastRegister, Broadcast?>(r => r.FindAsync(number, other, CancellationToken.None)));
        Assert.Null(await office.ApproveAsync(number, same));
    }

    [Fact]
    public async Task Each_deed_needs_its_role()
    {
        var (writer, approver, auditor) =
            (await office.StaffAsync("role-w", RoleKind.Operator), await office.StaffAsync("role-a", RoleKind.Approver), await office.StaffAsync("role-x", RoleKind.Auditor));
        var number = await office.CreateAsync(office.Content, writer);

        Assert.Equal(BroadcastRefusal.NoRole, (await CreateForAsync(null, approver)).Refusal);
        Assert.Equal(BroadcastRefusal.NoRole, await office.ApproveAsync(number, writer));
        Assert.Equal(BroadcastRefusal.NoRole, await office.ApproveAsync(number, auditor));
        Assert.NotNull(await office.AsAsync<BroadcastRegister, Broadcast?>(r => r.FindAsync(number, auditor, CancellationToken.None)));
    }

    private Task<SavedBroadcast> CreateForAsync(long? organisation, long writer) => office.AsAsync<BroadcastRegister, SavedBroadcast>(r => r.CreateAsync(
        office.Content with { Audience = Audience.Everybody with { OrganisationId = organisation } }, writer, CancellationToken.None));
}
