using UnionBot.Services.LegalAid.Outcomes;

namespace UnionBot.Tests.Services.LegalAid;

/// <summary>What lawyers write of a consultation in one message.</summary>
public sealed class OutcomeReaderTests
{
    private static readonly OutcomeReader Reader = new(OutcomeWords.Load(LegalAidWords.Folder));

    [Fact]
    public void Kinds_sums_and_minutes_stand_in_one_message()
    {
        var read = Reader.Read("咨询 代书，涉案18000元，追回12000，40分钟")!;

        Assert.Equal(OutcomeKinds.Advice | OutcomeKinds.Drafting, read.Kinds);
        Assert.Equal((1_800_000L, 1_200_000L, 40), (read.AmountInvolvedFen, read.AmountRecoveredFen, read.Minutes));
        Assert.Equal((null, null, null), (read.People, read.IsSettled, read.Note));
    }

    [Theory]
    [InlineData("咨询", OutcomeKinds.Advice)]
    [InlineData("咨询代书", OutcomeKinds.Advice | OutcomeKinds.Drafting)]
    [InlineData("做了咨询和调解", OutcomeKinds.Advice | OutcomeKinds.Mediation)]
    [InlineData("写了仲裁申请书", OutcomeKinds.Drafting)]
    [InlineData("诉讼代理", OutcomeKinds.Litigation)]
    [InlineData("咨询，转法援", OutcomeKinds.Advice | OutcomeKinds.ToLegalAid)]
    [InlineData("转信访；转心理", OutcomeKinds.ToPetition | OutcomeKinds.ToCounselling)]
    [InlineData("咨询，建议申请仲裁", OutcomeKinds.Advice)]
    public void What_was_done_stands_in_front(string text, OutcomeKinds kinds) => Assert.Equal(kinds, Reader.Read(text)!.Kinds);

    [Theory]
    [InlineData("咨询，涉案金额约1.8万元", 1_800_000L)]
    [InlineData("咨询，涉案 18,000.50 元", 1_800_050L)]
    [InlineData("咨询，标的一万八", 1_800_000L)]
    [InlineData("咨询，涉及3千块", 300_000L)]
    [InlineData("咨询", null)]
    public void A_sum_is_read_as_it_is_written(string text, long? fen) => Assert.Equal(fen, Reader.Read(text)!.AmountInvolvedFen);

    [Theory]
    [InlineData("咨询，30分钟", 30)]
    [InlineData("咨询，半小时", 30)]
    [InlineData("咨询，1小时", 60)]
    [InlineData("咨询，一个半小时", 90)]
    [InlineData("咨询，两小时", 120)]
    public void So_is_how_long_it_took(string text, int minutes) => Assert.Equal(minutes, Reader.Read(text)!.Minutes);

    [Fact]
    public void People_and_whether_it_is_settled_are_heard()
    {
        Assert.Equal((12, true), (Reader.Read("调解成功，涉及12人")!.People, Reader.Read("调解成功，涉及12人")!.IsSettled));
        Assert.False(Reader.Read("调解，没调成")!.IsSettled);
    }

    [Fact]
    public void What_no_list_knows_is_kept_as_a_note()
    {
        var read = Reader.Read("咨询，30分钟，建议先去监察投诉，下周带合同再来")!;

        Assert.Equal("建议先去监察投诉，下周带合同再来", read.Note);
    }

    [Theory]
    [InlineData("30分钟")]
    [InlineData("好的")]
    [InlineData("")]
    public void Without_anything_done_it_is_no_outcome(string text) => Assert.Null(Reader.Read(text));

    [Theory]
    [InlineData("到了", OutcomeCue.Came)]
    [InlineData("没来。", OutcomeCue.Missed)]
    [InlineData("没接通", OutcomeCue.NotAnswered)]
    public void A_short_word_says_what_became_of_the_person(string text, object deed) => Assert.Equal(deed, Reader.ReadDeed(text));

    [Theory]
    [InlineData("咨询")]
    [InlineData("到了以后咨询了加班费")]
    public void A_longer_one_does_not(string text) => Assert.Null(Reader.ReadDeed(text));
}
