using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Knowledge;
using UnionBot.Scoring;
using UnionBot.Tests.Chat.Understanding.Meanings;

namespace UnionBot.Tests.Chat.Understanding.Knowledge;

public sealed class KnowledgeBookTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Lazy<KnowledgeScore> Scored = new(() =>
    {
        var questions = KnowledgeQuestion.Read(Path.Combine(Tree.Root, "tests", "nlu", "knowledge-blind.jsonl"));
        return KnowledgeScore.Of(questions, KnowledgeReport.BookWithout(questions, Tree.Templates, Understood.Data), Today);
    });

    [Fact]
    public void There_are_105_answers_and_none_claims_a_review() =>
        Assert.Equal((105, 0), (Understood.Knowledge.Entries.Count, Understood.Knowledge.Entries.Count(e => e.ReviewedOn is not null)));

    [Fact]
    public void Of_the_blind_questions_at_least_80_of_100_find_their_answer() => Assert.InRange(Scored.Value.Top1, 0.8, 1);

    [Fact]
    public void Where_nothing_fits_at_least_9_of_10_find_nothing() => Assert.InRange(Scored.Value.Rejected, 0.9, 1);

    [Fact]
    public void Every_way_of_asking_finds_its_own_entry() => Assert.InRange(
        Understood.Knowledge.Entries.SelectMany(e => e.Questions.Select(q => (e.Id, Found: Match(q).Best?.Id))).Average(q => q.Id == q.Found ? 1 : 0),
        0.97,
        1);

    [Theory]
    [InlineData("领导老摸我大腿", "harassment")]
    [InlineData("被主管性骚扰怎么办", "harassment")]
    [InlineData("我爸工伤死了赔多少", "injury-death")]
    [InlineData("累死了", "counselling")]
    [InlineData("老板气死我了", "counselling")]
    public void Who_has_it_hard_finds_a_kind_answer(string words, string id) => Assert.Equal(id, Match(words).Best?.Id);

    [Theory]
    [InlineData("房东扣着押金不给我退", "legal")]
    [InlineData("个税退税怎么还没到", "tax")]
    [InlineData("我想跟老公离婚", "women")]
    [InlineData("闯红灯被拍了怎么交罚款", "government")]
    public void What_is_no_union_matter_is_told_where_to_be_asked(string question, string hotline)
    {
        var match = Match(question);

        Assert.Null(match.Best);
        Assert.Contains(hotline, match.Elsewhere!.Hotlines.Select(h => h.Name));
    }

    [Theory]
    [InlineData("😀")]
    [InlineData("。。。")]
    [InlineData("")]
    public void Signs_alone_find_nothing(string text) => Assert.Equal(KnowledgeMatch.Nothing, Match(text));

    [Fact]
    public void An_expired_answer_is_not_served()
    {
        using var templates = new TemplatesCopy();
        templates.Replace("knowledge/annual-leave.md", "reviewed:", "valid_until: 2026-11-20\nreviewed:");
        var book = KnowledgeBook.Load(templates.Folder, Understood.Interpreter);

        Assert.NotEqual("annual-leave", book.Match("年假有几天", Today).Best?.Id);
        Assert.Equal("annual-leave", book.Match("年假有几天", Today.AddDays(-1)).Best?.Id);
    }

    [Fact]
    public void A_broken_answer_refuses_the_start_with_its_file()
    {
        using var templates = new TemplatesCopy();
        templates.Replace("knowledge/annual-leave.md", "topic: leave", "topic: holiday");

        var broken = Assert.Throws<BrokenFileException>(() => KnowledgeBook.Load(templates.Folder, Understood.Interpreter));

        Assert.EndsWith("annual-leave.md", broken.File, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_question_cannot_belong_to_two_answers()
    {
        using var templates = new TemplatesCopy();
        templates.Replace("knowledge/annual-leave.md", "  - \"年假有几天\"", "  - \"产假一共多少天\"");

        var broken = Assert.Throws<BrokenFileException>(() => KnowledgeBook.Load(templates.Folder, Understood.Interpreter));

        Assert.Contains("产假一共多少天", broken.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Invented_places_are_served_in_the_demo_only()
    {
        Assert.DoesNotContain(Understood.Knowledge.Entries, e => e.IsDemo);
        Assert.All(
            KnowledgeBook.Load(Tree.Templates, Understood.Interpreter, demo: true).Entries.Where(e => e.IsDemo),
            e => Assert.Contains("演示", e.Answer, StringComparison.Ordinal));
    }

    private static KnowledgeMatch Match(string question) =>
        Understood.Knowledge.Match(TextNormaliser.Normalise(question), Today);
}
