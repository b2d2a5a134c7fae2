using UnionBot.Chat.Understanding;
using UnionBot.Core.Cases;
using UnionBot.Services.Duty;
using Talk = UnionBot.Tests.Chat.Talk;

namespace UnionBot.Tests.Services.Duty;

public sealed class DutyTalkTests
{
    private readonly DutyDeskFake _desk = new();
    private readonly Talk _talk;

    public DutyTalkTests() => _talk = new Talk(new AcknowledgeAlarm(_desk), new ReportForDuty(_desk), new BindStaff(_desk, Vocabulary.Load(Tree.Templates, ["duty"])));

    [Theory]
    [InlineData("收到 12")]
    [InlineData("收到12")]
    [InlineData("收到 １２。")]
    [InlineData("警报收到 12")]
    public async Task A_number_behind_the_word_names_the_alarm(string words)
    {
        _desk.Answer = new Acknowledgement(AcknowledgementResult.Yours, [12]) { CaseNumber = 7 };

        await _talk.Says(words);

        Assert.Equal(12, _desk.Alarm);
        Assert.Equal(new AlarmIsYours(12, 7), _talk.Hears<AlarmIsYours>());
    }

    [Theory]
    [InlineData("收到 2，3")]
    [InlineData("收到2 3")]
    [InlineData("收到 2、3。")]
    [InlineData("收到2和3")]
    public async Task Several_numbers_name_several_alarms(string words)
    {
        _desk.Answers = [new(AcknowledgementResult.Yours, [2]) { CaseNumber = 7 }, new(AcknowledgementResult.Colleagues, [3])];

        await _talk.Says(words);

        Assert.Equal([2L, 3L], _desk.Alarms);
        Assert.Equal([3L], _talk.Hears<AlarmsAnswered>().Taken);
        Assert.Contains("警报 2 由您负责", _talk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("收到全部")]
    [InlineData("收到 全部")]
    [InlineData("全部收到")]
    public async Task All_open_alarms_are_taken_by_one_message(string words)
    {
        _desk.Answers = [new(AcknowledgementResult.Yours, [2]), new(AcknowledgementResult.Yours, [3])];

        await _talk.Says(words);

        Assert.Null(_desk.Alarms);
        Assert.Equal(2, _talk.Hears<AlarmsAnswered>().Yours.Count);
    }

    [Fact]
    public async Task How_many_more_are_open_is_said()
    {
        _desk.Answer = new Acknowledgement(AcknowledgementResult.WhichOne, [1, 2, 3, 4, 5]) { More = 3 };

        await _talk.Says("收到");

        Assert.Contains("还有 3 个", _talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_number_the_open_alarms_are_named()
    {
        _desk.Answer = new Acknowledgement(AcknowledgementResult.WhichOne, [3, 4]);

        await _talk.Says("收到");

        Assert.Null(_desk.Alarm);
        Assert.Equal([3L, 4L], _talk.Hears<WhichAlarm>().Numbers);
    }

    [Fact]
    public async Task Who_is_no_member_of_staff_is_told_nothing_of_alarms()
    {
        _desk.Answer = null;

        await _talk.Says("收到 12");

        _talk.Hears<Noted>();
        Assert.DoesNotContain("警报", _talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_that_only_ends_in_a_number_opens_nothing()
    {
        await _talk.Says("我上个月收到工资 12");

        Assert.False(_desk.WasAsked);
    }

    [Theory]
    [InlineData("绑定工作人员 123456")]
    [InlineData("绑定工作人员123456")]
    public async Task The_code_behind_the_words_binds(string words)
    {
        await _talk.Says(words);

        Assert.Equal("123456", _desk.Code);
        _talk.Hears<StaffBound>();
    }

    [Theory]
    [InlineData("绑定工作人员")]
    [InlineData("绑定工作人员 12345")]
    [InlineData("绑定工作人员 1234567")]
    public async Task What_is_no_code_is_not_tried(string words)
    {
        await _talk.Says(words);

        Assert.False(_desk.WasAsked);
        _talk.Hears<TypeTheCode>();
    }

    [Fact]
    public async Task The_words_that_are_asked_for_are_understood()
    {
        await _talk.Says("绑定工作人员");

        await _talk.Says($"{_talk.Hears<TypeTheCode>().Words} 123456");
        _talk.Hears<StaffBound>();
    }

    [Theory]
    [InlineData("在岗")]
    [InlineData("上班了！")]
    [InlineData("我在")]
    public async Task A_worker_who_says_the_words_of_a_shift_is_told_nothing_of_shifts(string words)
    {
        await _talk.Says(words);

        _talk.Hears<Noted>();
    }

    [Fact]
    public async Task A_browser_is_not_bound_as_staff()
    {
        _talk.Speaker = _talk.Speaker with { Channel = "web" };

        await _talk.Says("绑定工作人员 123456");

        Assert.False(_desk.WasAsked);
        _talk.Hears<BindInWeChat>();
    }
}
