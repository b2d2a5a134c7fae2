using UnionBot.Chat.Templates;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Subscriptions;
using UnionBot.Services.Vacancies.Talking;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Services.Vacancies;

/// <summary>What a locked phone shows of a digest.</summary>
public sealed class VacancyNoticeTests
{
    private static readonly LockScreenWords LockScreen = LockScreenWords.Load(new DataFolder(Tree.Templates));
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 30, 0, TimeSpan.Zero);

    [Fact]
    public void The_best_whose_line_may_be_read_by_anybody_is_shown()
    {
        Assert.StartsWith("保洁员", VacancyNotice.Of([Card("残疾人保洁员"), Card("保洁员"), Card("保安")], LockScreen, At).Line, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_none_may_be_read_it_is_only_said_that_there_are_some()
    {
        var notice = VacancyNotice.Of([Card("残疾人保洁员"), Card("尘肺康复护理")], LockScreen, At);

        Assert.Equal("", notice.Line);
        Assert.StartsWith("title: 有合您条件的新岗位\n", Words.Book.Word(notice), StringComparison.Ordinal);
    }

    private static VacancyCard Card(string title) => Sampling.Page.Cards[0] with { Title = title };
}
