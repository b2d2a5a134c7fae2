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

    [Fact]
    public void A_kind_of_a_later_version_is_shown_as_it_is_stored() => Assert.Equal("later/kind", CaseWords.OfKind("later/kind"));

    [Fact]
    public void Every_fate_of_a_message_has_words_and_only_what_was_sent_has_none() => Assert.Equal(
        [OutboundStatus.Replied, OutboundStatus.Accepted],
        Enum.GetValues<OutboundStatus>().Where(fate => CaseWords.OfFate(fate).Length == 0));
}
