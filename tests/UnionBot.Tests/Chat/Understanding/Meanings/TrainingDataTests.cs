using System.Text.Json;
using UnionBot.Chat.Understanding;
using UnionBot.Scoring;

namespace UnionBot.Tests.Chat.Understanding.Meanings;

/// <summary>What is scored took no part in the work: no example is, or nearly is, a sentence of the sets in <c>tests/nlu</c>.</summary>
public sealed class TrainingDataTests
{
    private const double TooAlike = 0.8;

    /// <summary>Of so few characters there are not enough to tell them apart.</summary>
    private const int Short = 4;

    /// <summary>Everybody says them with the same few words.</summary>
    private static readonly string[] Closed = ["greet", "help", "yes", "no", "back", "cancel"];

    [Fact]
    public void No_example_is_a_sentence_of_the_development_sets() => Assert.Empty(
        Alike(Understood.Data.Examples.Where(e => !Closed.Contains(e.Label)).Select(e => e.Text), DevelopmentSentences()));

    [Fact]
    public void No_way_of_asking_for_an_answer_is_a_sentence_of_the_sets_of_questions() => Assert.Empty(
        Alike(Understood.Knowledge.Entries.SelectMany(e => e.Questions), QuestionsOfTheSets()));

    [Theory]
    [InlineData("老板欠我三个月工资，想找律师帮忙打官司", "老板欠我三个月工资 想找律师帮忙打官司！")]
    [InlineData("这个周末有没有适合带孩子一起参加的活动", "这个周末有没有适合带小孩一起参加的活动")]
    public void A_sentence_that_is_nearly_the_same_is_found(string example, string sentence) =>
        Assert.Single(Alike([example], [sentence]));

    [Fact]
    public void A_sentence_with_the_same_wish_in_other_words_is_none() =>
        Assert.Empty(Alike(["工钱三个月没给了，想请个律师"], ["老板欠我三个月工资，想找律师帮忙打官司"]));

    private static List<string> Alike(IEnumerable<string> examples, IEnumerable<string> sentences)
    {
        var others = sentences.Select(s => (Text: s, Pairs: PairsOf(s))).Where(s => s.Pairs.Count >= Short).ToList();
        return
        [
            .. from example in examples
               let pairs = PairsOf(example)
               from other in others
               where 2.0 * pairs.Intersect(other.Pairs).Count() / (pairs.Count + other.Pairs.Count) >= TooAlike
               select $"{example} ~ {other.Text}",
        ];
    }

    private static HashSet<string> PairsOf(string text)
    {
        var letters = TextNormaliser.Normalise(text).Where(char.IsLetterOrDigit).ToArray();
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 1)).Select(i => new string(letters, i, 2))];
    }

    private static IEnumerable<string> QuestionsOfTheSets() =>
        Directory.GetFiles(Path.Combine(Tree.Root, "tests", "nlu"), "knowledge*.jsonl")
            .SelectMany(KnowledgeQuestion.Read)
            .Select(question => question.Text)
            .Where(text => TextNormaliser.Normalise(text).Length > Short);

    private static IEnumerable<string> DevelopmentSentences() =>
        Directory.GetFiles(Path.Combine(Tree.Root, "tests", "nlu"), "*-dev.jsonl")
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => !line.TryGetProperty("intent", out var intent) || !Closed.Contains(intent.GetString()))
            .Select(line => line.GetProperty("text").GetString()!)
            .Where(text => TextNormaliser.Normalise(text).Length > Short);
}
