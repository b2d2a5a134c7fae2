using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Tests.Core.Messaging;

/// <summary>Lists or a tag: whichever costs less of what the account has.</summary>
public sealed class MassCostTests
{
    [Theory]
    [InlineData(0, false, 0, 0, 0)]
    [InlineData(2, false, 1, 0, 1)]
    [InlineData(10_000, false, 2, 0, 1)]
    [InlineData(999_900, false, 100, 0, 1)]
    [InlineData(999_901, true, 101, 39_998, 1)]
    [InlineData(2_600_000, false, 261, 0, 3)]
    public void A_tag_is_taken_when_the_lists_do_not_fit_into_a_day_and_the_tag_does(long people, bool byTag, long lists, long tagCalls, long days) =>
        Assert.Equal(new MassCost(byTag, lists, tagCalls, days), MassCost.Of(people, new SendingRules()));

    [Theory]
    [InlineData(MassWay.Lists, 2_000_000, false)]
    [InlineData(MassWay.Tag, 2, true)]
    [InlineData(MassWay.Tag, 0, false)]
    public void Whoever_runs_the_account_may_decide(MassWay by, long people, bool byTag) =>
        Assert.Equal(byTag, MassCost.Of(people, new SendingRules { Mass = new MassRules { By = by } }).ByTag);
}
