using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Tests.Architecture;
using UnionBot.Web.Commands.Cases;

namespace UnionBot.Tests.Commands;

/// <summary>Staff read words, not stored names.</summary>
public sealed class CaseWordsTests
{
    private const string Start = "case ";

    public static TheoryData<string> Kinds =>
        [.. StoredNames.In(Product.All).Where(n => n.StartsWith(Start, StringComparison.Ordinal)).Select(n => n[Start.Length..])];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_case_has_words(string kind) => Assert.NotEqual(kind, CaseWords.OfKind(kind));

    [Theory]
    [InlineData("membership/check", null, "bind-code --member NUMBER --as 3")]
    [InlineData("membership/check", null, "cases call 0 --as 3")]
    [InlineData("membership/second-claim", null, "cases call 0 --as 3")]
    [InlineData("membership/unfollowed", null, "cases phone --as 3")]
    [InlineData("handover/vacancy-contact", "vacancy/17", "vacancy call 0 --as 3")]
    [InlineData("handover/vacancy-report", "vacancy/17", "vacancy review show 17 --as 3")]
    [InlineData("handover/asked", null, "cases answer 0")]
    public void Whoever_reads_a_case_is_told_by_which_commands_it_is_finished(string kind, string? subject, string command)
    {
        var open = new Case(new PersonId(5), kind, DateTimeOffset.UnixEpoch, subject);

        var next = CaseWords.OfNextStep(open, reader: 3);

        Assert.Contains(command, next, StringComparison.Ordinal);
        Assert.EndsWith("cases close 0 --as 3", next, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_of_a_later_version_is_shown_as_it_is_stored() => Assert.Equal("later/kind", CaseWords.OfKind("later/kind"));

    [Fact]
    public void Every_fate_of_a_message_has_words_and_only_what_was_sent_has_none() => Assert.Equal(
        [OutboundStatus.Replied, OutboundStatus.Accepted],
        Enum.GetValues<OutboundStatus>().Where(fate => CaseWords.OfFate(fate).Length == 0));
}
