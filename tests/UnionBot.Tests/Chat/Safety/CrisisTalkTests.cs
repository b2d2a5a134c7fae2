using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Safety;
using UnionBot.Tests.Chat.Toys;

namespace UnionBot.Tests.Chat.Safety;

public sealed class CrisisTalkTests
{
    private readonly Talk _talk = ToyTalk.New();

    [Theory]
    [InlineData("我不想活了", CrisisKind.SelfHarm, "12356", "110", "120")]
    [InlineData("我要砍死他", CrisisKind.Violence, "110", "120", "12356")]
    [InlineData("工友晕倒了", CrisisKind.Medical, "120")]
    [InlineData("车间着火了", CrisisKind.Fire, "119", "120")]
    [InlineData("有人被埋", CrisisKind.Accident, "120", "119")]
    public async Task A_crisis_gets_numbers_and_an_alarm_and_never_a_menu(string text, CrisisKind kind, params string[] numbers)
    {
        await _talk.Says(text);

        Assert.Equal([new Effect.Alarm(kind)], _talk.Effects);
        Assert.All(numbers, number => Assert.Contains(number, _talk.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("菜单", _talk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 ", _talk.Text, StringComparison.Ordinal);
        Assert.InRange(_talk.Text.Count(c => c == '\n') + 1, 1, 3);
        _talk.Hears<CrisisHelp>();
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task It_overrides_a_waiting_dialog_and_nothing_is_lost()
    {
        await _talk.Says("预约", "王芳", "不想活了");
        Assert.Equal(CrisisKind.SelfHarm, _talk.Hears<CrisisHelp>().Kind);
        Assert.True(_talk.IsOver);

        await _talk.Says("继续");
        _talk.Hears<BackTo>();
        _talk.Hears<AskDay>();
    }

    [Fact]
    public async Task It_overrides_the_silence_while_staff_own_the_talk()
    {
        _talk.StaffOwns = true;
        await _talk.Says("我要跳楼");

        _talk.Hears<CrisisHelp>();
        Assert.Equal([new Effect.Alarm(CrisisKind.SelfHarm)], _talk.Effects);
    }

    [Fact]
    public async Task Afterwards_nothing_is_answered_with_not_understood()
    {
        await _talk.Says("我不想活了", "没人管我", "真的", "算数吗", "唉");
        _talk.Hears<StillHere>();
        Assert.Contains("12356", _talk.Text, StringComparison.Ordinal);

        _talk.Waits(TimeSpan.FromHours(2));
        await _talk.Says("嗨嗨");
        _talk.Hears<NotUnderstood>();
    }

    [Fact]
    public async Task A_menu_shown_before_keeps_no_numbers()
    {
        await _talk.Says("菜单", "我不想活了", "1");

        _talk.Hears<StillHere>();
    }
}
