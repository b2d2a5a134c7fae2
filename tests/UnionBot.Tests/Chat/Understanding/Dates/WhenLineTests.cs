using System.Globalization;
using Xunit.Abstractions;

namespace UnionBot.Tests.Chat.Understanding.Dates;

/// <summary>Every line of the development set and of our own is read as it was decided by hand.</summary>
public sealed class WhenLineTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, WhenLine> Lines =
        WhenLines.DevelopmentSet.Concat(WhenLines.Own).ToDictionary(line => line.ToString());

    public static TheoryData<string> Names => [.. Lines.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sentence_is_read_as_it_is_meant(string name)
    {
        var line = Lines[name];

        Assert.Equal(line.Meaning, WhenText.Of(WhenLines.Reader.Read(line.Text, line.Now)));
    }

    [Fact]
    public void Each_set_is_read_right_as_a_whole_and_the_score_of_each_rule_is_printed()
    {
        Assert.All<(string Name, IReadOnlyList<WhenLine> Lines)>(
            [("development set", WhenLines.DevelopmentSet), ("own lines", WhenLines.Own)],
            set => Assert.True(Score(set.Name, set.Lines) >= 0.95));
    }

    private double Score(string name, IReadOnlyList<WhenLine> lines)
    {
        foreach (var rule in lines.GroupBy(line => line.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            var wrong = rule.Where(line => !line.IsReadBy(WhenLines.Reader)).Select(line => line.Text).ToArray();
            output.WriteLine($"{rule.Key,-3} {rule.Count() - wrong.Length,4} of {rule.Count(),4}  {string.Join("  ", wrong)}");
        }

        var right = lines.Count(line => line.IsReadBy(WhenLines.Reader));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {right} of {lines.Count}, {(double)right / lines.Count:P1}"));
        return (double)right / lines.Count;
    }
}
