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

    [Theory]
    [InlineData(CrisisKind.Medical, CrisisKind.SelfHarm)]
    [InlineData(CrisisKind.Accident, CrisisKind.Violence)]
    [InlineData(CrisisKind.Violence, CrisisKind.Fire)]
    [InlineData(CrisisKind.SelfHarm, CrisisKind.Accident)]
    public void Where_the_kind_of_danger_is_unclear_the_help_for_both_is_named(CrisisKind kind, CrisisKind other)
    {
        var text = Words.Of([new CrisisHelp(kind, other)]);

        Assert.All(["120", "110", "12356"], number => Assert.Contains(number, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("没人管我")]
    [InlineData("人工")]
    public async Task Who_calls_for_a_person_soon_after_an_alarm_is_told_the_numbers_again(string words)
    {
        await _talk.Says("我不想活了", words);

        _talk.Hears<StillHere>();
        Assert.Contains("12356", _talk.Text, StringComparison.Ordinal);
        Assert.Single(_talk.Effects.OfType<Effect.HandOver>());
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

    [Theory]
    [InlineData("有人晕倒了", "已经打120了")]
    [InlineData("有人晕倒了", "已经叫救护车了，在路上")]
    [InlineData("车间着火了", "消防来了，火灭了")]
    [InlineData("我不想活了", "刚才是气话")]
    [InlineData("我不想活了", "没事了我开玩笑的")]
    [InlineData("我不想活了", "刚才说不想活是气话")]
    [InlineData("我要砍死他", "我不会真去砍，气头上说的")]
    public async Task Who_says_that_help_is_there_or_that_it_was_not_meant_so_is_thanked_and_the_alarm_stays(string alarm, string word)
    {
        await _talk.Says(alarm, word);

        _talk.Hears<AlarmStays>();
        _talk.HearsNothingElse();
        Assert.Empty(_talk.Effects);
        Assert.Contains("120", _talk.Text, StringComparison.Ordinal);
        Assert.NotNull(_talk.State.CrisisAt);
    }

    [Theory]
    [InlineData("我不是开玩笑的，我真想死")]
    [InlineData("没事了，我去跳楼了")]
    [InlineData("打120了，可是他又没呼吸了")]
    public async Task Danger_beside_such_a_word_is_danger(string words)
    {
        await _talk.Says("我不想活了", words);

        _talk.Hears<CrisisHelp>();
        Assert.NotEmpty(_talk.Effects);
    }

    [Theory]
    [InlineData("这不是气话")]
    [InlineData("谁跟你开玩笑的")]
    [InlineData("还没打120")]
    public async Task A_denied_assurance_assures_nobody(string words)
    {
        await _talk.Says("我不想活了", words);

        Assert.DoesNotContain(nameof(AlarmStays), _talk.HeardKinds);
    }

    [Fact]
    public async Task Without_an_alarm_a_joke_is_a_joke()
    {
        await _talk.Says("刚才是气话");

        Assert.DoesNotContain(nameof(AlarmStays), _talk.HeardKinds);
    }

    [Fact]
    public async Task While_staff_own_the_talk_the_bot_says_nothing_to_it()
    {
        await _talk.Says("有人晕倒了");
        _talk.StaffOwns = true;
        await _talk.Says("已经叫救护车了");

        _talk.HearsNothingElse();
    }

    [Theory]
    [InlineData("救命")]
    [InlineData("救命啊！！")]
    [InlineData("救命 救命")]
    [InlineData("救救我")]
    [InlineData("快来人啊")]
    [InlineData("报警")]
    [InlineData("110")]
    [InlineData("120")]
    [InlineData("SOS")]
    public async Task A_call_that_does_not_say_why_is_asked_about_with_the_numbers(string call)
    {
        await _talk.Says(call);

        _talk.Hears<AskIfInDanger>();
        _talk.HearsNothingElse();
        Assert.Empty(_talk.Effects);
        Assert.Contains("110", _talk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("救命", "救命啊")]
    [InlineData("救命", "有")]
    [InlineData("有人晕倒了", "救救我")]
    public async Task Who_calls_again_or_says_yes_is_helped(string first, string second)
    {
        await _talk.Says(first, second);

        _talk.Hears<CrisisHelp>();
        Assert.NotEmpty(_talk.Effects);
    }

    [Fact]
    public async Task A_call_is_heard_while_a_dialog_waits_and_while_staff_own_the_talk()
    {
        await _talk.Says("预约", "救命");
        _talk.Hears<AskIfInDanger>();

        _talk.StaffOwns = true;
        await _talk.Says("救命啊");
        _talk.Hears<CrisisHelp>();
    }

    [Theory]
    [InlineData("救命恩人谢谢你")]
    [InlineData("救命哈哈哈")]
    public async Task A_thank_you_or_a_joke_is_no_call(string words)
    {
        await _talk.Says(words);

        Assert.DoesNotContain(nameof(AskIfInDanger), _talk.HeardKinds);
        Assert.Empty(_talk.Effects);
    }

    [Theory]
    [InlineData("嗯")]
    [InlineData("好的")]
    [InlineData("谢谢")]
    public async Task Soon_after_an_alarm_a_nod_is_no_end_of_the_matter(string nod)
    {
        await _talk.Says("有人晕倒了", nod);

        _talk.Hears<StillHere>();
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task A_menu_shown_before_keeps_no_numbers()
    {
        await _talk.Says("菜单", "我不想活了", "1");

        _talk.Hears<StillHere>();
    }
}
