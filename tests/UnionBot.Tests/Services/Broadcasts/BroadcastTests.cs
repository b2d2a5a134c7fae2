using UnionBot.Services.Broadcasts;

namespace UnionBot.Tests.Services.Broadcasts;

public sealed class BroadcastTests
{
    private const long Writer = 1;
    private const long Colleague = 2;
    private const long Approver = 3;

    private readonly Broadcast _broadcast = new(Drafts.Content, Writer, Drafts.Now);

    [Fact]
    public void Who_wrote_at_it_does_not_release_it()
    {
        Assert.True(_broadcast.TryChange(Drafts.Content with { Text = "改到3月8日。" }, Colleague, 1, Drafts.Now, out _));

        foreach (var author in new[] { Writer, Colleague })
        {
            Assert.False(_broadcast.TryApprove(author, 2, "活动", Drafts.Now, out var refusal));
            Assert.Equal(BroadcastRefusal.OwnWork, refusal);
        }

        Assert.True(_broadcast.TryApprove(Approver, 2, "活动", Drafts.Now, out _));
    }

    [Fact]
    public void A_reason_is_as_long_as_can_be_kept()
    {
        Assert.False(_broadcast.TryApprove(Approver, 1, new string('因', BroadcastContent.LongestReason + 1), Drafts.Now, out var refusal));
        Assert.Equal(BroadcastRefusal.ReasonTooLong, refusal);
        Assert.True(_broadcast.TryApprove(Approver, 1, new string('因', BroadcastContent.LongestReason) + " ", Drafts.Now, out _));
    }

    [Fact]
    public void What_was_released_must_be_released_again_when_its_words_people_way_or_time_change()
    {
        BroadcastContent[] changes =
        [
            Drafts.Content with { Text = "改到3月8日。" },
            Drafts.Content with { Audience = Audience.Everybody with { Tags = ["骑手"] } },
            Drafts.Content with { Route = BroadcastRoute.Custom },
            Drafts.Content with { NotAfter = Drafts.Content.NotAfter.AddHours(1) },
        ];
        foreach (var change in changes)
        {
            var broadcast = Approved();
            Assert.True(broadcast.TryChange(change, Writer, broadcast.Version, Drafts.Now, out _));
            Assert.Equal((BroadcastState.Draft, null), (broadcast.State, broadcast.ApprovedBy));
        }
    }

    [Fact]
    public void A_new_title_is_for_staff_alone_and_leaves_it_released()
    {
        var broadcast = Approved();

        Assert.True(broadcast.TryChange(Drafts.Content with { Title = "招聘会" }, Writer, broadcast.Version, Drafts.Now, out _));

        Assert.Equal(BroadcastState.Approved, broadcast.State);
    }

    [Fact]
    public void Nothing_is_done_upon_a_version_that_is_gone()
    {
        Assert.True(_broadcast.TryChange(Drafts.Content with { Text = "改到3月8日。" }, Writer, 1, Drafts.Now, out _));

        Assert.False(_broadcast.TryChange(Drafts.Content, Colleague, 1, Drafts.Now, out var edit));
        Assert.False(_broadcast.TryApprove(Approver, 1, "活动", Drafts.Now, out var approval));
        Assert.Equal((BroadcastRefusal.Changed, BroadcastRefusal.Changed), (edit, approval));
    }

    [Fact]
    public void It_begins_within_its_window_and_not_without_being_released()
    {
        Assert.False(_broadcast.TryStart(Drafts.NineTomorrow));

        var broadcast = Approved();
        Assert.False(broadcast.TryStart(Drafts.NineTomorrow.AddSeconds(-1)));
        Assert.False(broadcast.TryStart(broadcast.NotAfter));
        Assert.True(broadcast.TryStart(Drafts.NineTomorrow));
    }

    [Fact]
    public void While_it_is_sent_neither_its_words_nor_its_people_change()
    {
        var broadcast = Begun();

        Assert.False(broadcast.TryChange(
            Drafts.Content with { Audience = Audience.Everybody with { Tags = ["骑手"] } }, Writer, broadcast.Version, Drafts.Now, out var refusal));
        Assert.Equal(BroadcastRefusal.Begun, refusal);
    }

    [Fact]
    public void It_is_paused_resumed_and_cancelled_and_then_nothing_more()
    {
        var broadcast = Begun();

        Assert.True(broadcast.TryPause(broadcast.Version, itself: true, out _));
        Assert.True(broadcast.PausedItself);
        Assert.True(broadcast.TryResume(broadcast.Version, Drafts.NineTomorrow, out _));
        Assert.False(broadcast.PausedItself);
        Assert.True(broadcast.TryCancel(broadcast.Version, Drafts.NineTomorrow, out _));

        Assert.False(broadcast.TryResume(broadcast.Version, Drafts.NineTomorrow, out var resume));
        Assert.False(broadcast.TryPause(broadcast.Version, itself: false, out var pause));
        Assert.Equal((BroadcastRefusal.Over, BroadcastRefusal.Over), (resume, pause));
    }

    [Fact]
    public void It_does_not_go_on_when_its_time_has_passed()
    {
        var broadcast = Begun();
        Assert.True(broadcast.TryPause(broadcast.Version, itself: false, out _));

        Assert.False(broadcast.TryResume(broadcast.Version, broadcast.NotAfter, out var refusal));
        Assert.Equal(BroadcastRefusal.WindowOver, refusal);
    }

    private static Broadcast Approved()
    {
        var broadcast = new Broadcast(Drafts.Content, Writer, Drafts.Now);
        Assert.True(broadcast.TryApprove(Approver, broadcast.Version, "活动", Drafts.Now, out _));
        return broadcast;
    }

    private static Broadcast Begun()
    {
        var broadcast = Approved();
        Assert.True(broadcast.TryStart(Drafts.NineTomorrow));
        return broadcast;
    }
}
