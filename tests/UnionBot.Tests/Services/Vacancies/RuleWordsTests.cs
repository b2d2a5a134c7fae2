using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Subscriptions;

namespace UnionBot.Tests.Services.Vacancies;

/// <summary>What is said about being told of new vacancies.</summary>
public sealed class RuleWordsTests
{
    private static readonly RuleWords Words = RuleWords.Load(new DataFolder(Tree.Templates));

    [Theory]
    [InlineData("要", RuleCue.Keep)]
    [InlineData("有新的告诉我", RuleCue.Keep)]
    [InlineData("一周一次", RuleCue.Weekly)]
    [InlineData("先别发", RuleCue.Pause)]
    [InlineData("退订", RuleCue.Stop)]
    [InlineData("已找到", RuleCue.Found)]
    [InlineData("还在找", RuleCue.Still)]
    [InlineData("为什么推这个", RuleCue.Why)]
    [InlineData("每天发太烦，退订", RuleCue.Stop)]
    public void A_word_about_it_is_read(string text, RuleCue cue) => Assert.Equal(cue, Words.Read(text));

    [Theory]
    [InlineData("要夜班")]
    [InlineData("工资降到三千二")]
    [InlineData("加上槐荫")]
    public void A_condition_is_none(string text) => Assert.Null(Words.Read(text));
}
