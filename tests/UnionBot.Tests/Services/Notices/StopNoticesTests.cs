using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Messaging;
using UnionBot.Services.Notices;
using UnionBot.Tests.Chat;
using UnionBot.Tests.Chat.Understanding.Meanings;

namespace UnionBot.Tests.Services.Notices;

public sealed class StopNoticesTests
{
    private readonly OptOutsFake _optOuts = new();
    private readonly StandingOrderFake _vacancies = new(MessageKind.VacancyPush);
    private readonly Talk _talk;

    public StopNoticesTests()
    {
        var words = NoticeWords.Load(new DataFolder(Tree.Templates));
        _talk = new Talk(new StopNotices(_optOuts, [_vacancies], words), new StartNotices(_optOuts, [_vacancies], words));
    }

    [Theory]
    [InlineData("退订")]
    [InlineData("TD")]
    [InlineData("少发点")]
    [InlineData("别再发了")]
    public async Task Who_names_no_kind_is_asked_which_and_nothing_is_stopped_before(string words)
    {
        await _talk.Says(words);

        Assert.Equal(["招聘推送", "活动通知", "都不要"], _talk.Hears<WhichNotices>().Choices);
        Assert.Empty(_optOuts.Stopped);
    }

    [Theory]
    [InlineData("1", "招聘推送", new[] { MessageKind.VacancyPush })]
    [InlineData("活动通知", "活动通知", new[] { MessageKind.Campaign, MessageKind.Broadcast })]
    [InlineData("3", "通知", new[] { MessageKind.VacancyPush, MessageKind.Campaign, MessageKind.Broadcast })]
    public async Task What_is_chosen_stops_and_the_answer_says_how_it_comes_back(string choice, string name, MessageKind[] kinds)
    {
        await _talk.Says("退订", choice);

        Assert.Equal(name, _talk.Hears<NoticesStopped>().Name);
        Assert.Contains($"回复 恢复{name}", _talk.Text, StringComparison.Ordinal);
        Assert.Equal(kinds, _optOuts.Stopped.Order());

        await _talk.Says($"恢复{name}");
        Assert.Equal(name, _talk.Hears<NoticesStarted>().Name);
        Assert.Empty(_optOuts.Stopped);
    }

    [Theory]
    [InlineData("退订招聘", MessageKind.VacancyPush)]
    [InlineData("退订活动", MessageKind.Broadcast)]
    public async Task A_command_that_names_the_kind_stops_it_at_once(string words, MessageKind kind)
    {
        await _talk.Says(words);

        _talk.Hears<NoticesStopped>();
        Assert.Contains(kind, _optOuts.Stopped);
    }

    [Theory]
    [InlineData("退订招聘", "恢复招聘推送")]
    [InlineData("退订", "恢复通知", "都不要")]
    public async Task What_somebody_asked_to_be_sent_rests_as_long_as_they_do_not_want_it(string stop, string start, string? choice = null)
    {
        await _talk.Says(choice is null ? [stop] : [stop, choice]);
        Assert.True(_vacancies.Rests);

        await _talk.Says(start);
        Assert.False(_vacancies.Rests);
    }

    [Fact]
    public async Task What_is_of_another_kind_goes_on()
    {
        await _talk.Says("退订活动");

        Assert.False(_vacancies.Rests);
    }

    [Theory]
    [InlineData("天天发招工的烦死了，停了吧")]
    [InlineData("不想收通知了")]
    public async Task What_is_guessed_from_free_words_is_asked_first(string words)
    {
        _talk.Understanding = Understood.Current;

        await _talk.Says(words);

        _talk.Hears<UnderstoodAs>();
        _talk.Hears<WhichNotices>();
        Assert.Empty(_optOuts.Stopped);
    }
}
