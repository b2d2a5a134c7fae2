using UnionBot.Scoring;

namespace UnionBot.Tests.Chat.Understanding.Meanings;

/// <summary>The goals on the sentences of <c>tests/nlu</c>, none of which was learnt from.</summary>
public sealed class DevelopmentSetTests
{
    private static readonly Lazy<UtteranceScore> Scored = new(() => UtteranceScore.Of(
        Utterance.Read(Path.Combine(Tree.Root, "tests", "nlu", "utterances-dev.jsonl")), Understood.Interpreter));

    private static UtteranceScore Score => Scored.Value;

    [Fact]
    public void At_least_95_of_100_sentences_are_understood() => Assert.InRange(Score.Accuracy, 0.95, 1);

    [Fact]
    public void At_most_5_of_100_are_taken_for_something_else_without_asking() => Assert.InRange(Score.WrongAndConfident, 0, 0.05);

    [Fact]
    public void Slots_are_found_with_an_f1_of_90() => Assert.InRange(Score.Slots().F1, 0.9, 1);

    [Fact]
    public void At_least_9_of_10_sentences_outside_of_the_service_are_not_acted_upon() => Assert.InRange(Score.RejectedUnknowns, 0.9, 1);

    [Fact]
    public void Every_danger_is_seen_and_none_is_invented() => Assert.Equal((0, 0), (Score.Danger.NotCalled, Score.Danger.Invented));
}
