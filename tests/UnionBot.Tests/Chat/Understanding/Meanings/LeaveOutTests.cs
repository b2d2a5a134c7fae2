using UnionBot.Chat.Understanding.Intents;
using UnionBot.Scoring;

namespace UnionBot.Tests.Chat.Understanding.Meanings;

/// <summary>Whole styles are left out and must be understood by what the others teach.</summary>
public sealed class LeaveOutTests
{
    [Theory]
    [InlineData("voice-asr")]
    [InlineData("migrant")]
    [InlineData("polite-mother")]
    public void A_style_that_took_no_part_is_understood(string style)
    {
        var score = ScoreWithout(style);

        Assert.InRange(score.Lines, 100, int.MaxValue);
        Assert.InRange(score.Accuracy, 0.85, 1);
    }

    [Theory]
    [InlineData("terse")]
    [InlineData("office")]
    public void Danger_in_a_style_that_took_no_part_is_called_or_asked_about(string style)
    {
        var score = ScoreWithout(style);

        Assert.InRange(score.Danger.Lines, 100, int.MaxValue);
        Assert.InRange(score.Danger.Unheard, 0, score.Danger.Lines / 25);
    }

    private static UtteranceScore ScoreWithout(string style)
    {
        var data = Understood.Data;
        var rest = data.Train([.. data.Examples.Where(e => e.Style != style)]);
        return UtteranceScore.Of(data.Examples.Where(e => e.Style == style).Select(LeaveOutReport.ToLine), rest);
    }

    [Fact]
    public void The_same_examples_teach_the_same()
    {
        var again = Understood.Data.Train();

        Assert.All(
            (string[])["厂里压了我仨月工钱", "有没有看仓库的活", "恁那打折的店都在哪"],
            text => Assert.Equal(Understood.Of(text).Confidence, again.Interpret(text, Understood.Now).Confidence));
    }

    [Fact]
    public void Every_label_has_examples_of_its_own() => Assert.Equal(
        Labels.All.Order(), Understood.Data.Examples.Select(e => e.Label).Distinct().Order());
}
