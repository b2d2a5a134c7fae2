using UnionBot.Chat.Dialogs;
using UnionBot.Services.Membership;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Services.Membership;

public sealed class MembershipTests
{
    private static readonly MemberCard Card =
        new("王*", "青州市第一棉纺厂工会", "3707810012345", new DateOnly(2019, 5, 1), "active");

    [Fact]
    public async Task A_member_sees_union_number_day_and_state()
    {
        var talk = NewTalk();
        talk.Speaker = talk.Speaker with { Level = MemberLevel.Member, Card = Card };

        await talk.Says("我的会籍");

        Assert.Equal(ShowMembership.Of(Card), talk.Hears<ShowMembership>());
        Assert.Equal(
            """
            王*，这是您的会籍：
            工会：青州市第一棉纺厂工会
            会员号：3707810012345
            入会：2019年5月1日
            状态：在册会员
            哪里不对，或要查会费交到几月，回复 人工 告诉我们。
            """, talk.Text);
    }

    [Theory]
    [InlineData("retained", "保留会籍")]
    [InlineData("left", "已转出或离会")]
    public async Task The_state_is_said_as_the_roster_has_it(string status, string said)
    {
        var talk = NewTalk();
        talk.Speaker = talk.Speaker with { Level = MemberLevel.Member, Card = Card with { Status = status } };

        await talk.Says("我的会籍");

        Assert.Contains(said, talk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MemberLevel.Follower)]
    [InlineData(MemberLevel.PhoneConfirmed)]
    public async Task Nobody_below_a_member_sees_a_card(MemberLevel level)
    {
        var talk = NewTalk();
        talk.Speaker = talk.Speaker with { Level = level };

        await talk.Says("我的会籍");

        talk.Hears<AskStaffFirst>();
    }

    [Fact]
    public async Task A_new_follower_is_told_what_to_do_next()
    {
        var talk = NewTalk();

        await talk.Taps("membership/follow");

        Assert.Null(talk.Hears<Welcome>().MaskedName);
        Assert.Contains("菜单", talk.Text, StringComparison.Ordinal);
        Assert.True(talk.IsOver);
    }

    [Fact]
    public async Task A_member_who_follows_again_is_known()
    {
        var talk = NewTalk();
        talk.Speaker = talk.Speaker with { Level = MemberLevel.Member, Card = Card };

        await talk.Taps("membership/follow");

        Assert.Contains("欢迎回来", talk.Text, StringComparison.Ordinal);
    }

    private static Talk NewTalk() => new(new FollowAccount([]), new MyMembership());
}
