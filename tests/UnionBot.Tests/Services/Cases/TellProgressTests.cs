using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Cases;
using UnionBot.Services.Membership.Binding;
using UnionBot.Tests.Chat;
using UnionBot.Tests.Services.Membership;

namespace UnionBot.Tests.Services.Cases;

public sealed class TellProgressTests
{
    private static readonly CaseProgress Waiting = new(18, new(2026, 11, 20), TakenOn: null, DueOn: null, ClosedOn: null);
    private static readonly CaseProgress Closed = new(3, new(2026, 11, 2), new(2026, 11, 3), DueOn: null, new(2026, 11, 5));

    private static readonly ConversationOptions Options = new() { NumberDialog = "cases/progress" };

    private readonly Talk _talk = new(
        Vocabulary.Load(Tree.Templates, ["cases", "membership"]),
        Options,
        new TellProgress(new CaseProgressFake(Waiting, Closed)),
        new BindMember(new BindingFake(), new SureNames(Surnames.Load(Tree.Templates)), BindingWords.Load(new DataFolder(Tree.Templates))));

    [Theory]
    [InlineData("编号18")]
    [InlineData("编号 18。")]
    [InlineData("编号18办得咋样了")]
    [InlineData("我的事办得怎么样了 编号18")]
    [InlineData("问一下编号是18的那个")]
    [InlineData("18号的事咋样了")]
    [InlineData("18号办得咋样")]
    [InlineData("我的编号是18 有进展没")]
    [InlineData("18")]
    [InlineData("18。")]
    public async Task A_case_is_told_of_by_its_number(string words)
    {
        await _talk.Says(words);

        Assert.Equal([Waiting], _talk.Hears<ShowCases>().Cases);
        Assert.Contains("编号 18：2026年11月20日登记，还在等工作人员接手。", _talk.Text, StringComparison.Ordinal);
        Assert.Contains("现在没有人值班", _talk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("我那个事到哪步了")]
    [InlineData("上次说的事有结果了吗")]
    [InlineData("俺的事情办得咋样了")]
    [InlineData("问进展")]
    [InlineData("办到哪了")]
    [InlineData("到哪一步了")]
    [InlineData("啥时候有人回")]
    public async Task Without_a_number_the_open_cases_are_told_of(string words)
    {
        await _talk.Says(words);

        Assert.Equal([Waiting], _talk.Hears<ShowCases>().Cases);
    }

    [Fact]
    public async Task A_closed_case_says_when_it_was_closed_and_the_way_on()
    {
        await _talk.Says("编号3");

        _talk.Hears<ShowCases>();
        Assert.Contains("2026年11月5日已办完", _talk.Text, StringComparison.Ordinal);
        Assert.Contains("人工", _talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_of_somebody_else_is_answered_like_one_that_does_not_exist()
    {
        await _talk.Says("编号4");

        Assert.Equal(new NoSuchCase(4), _talk.Hears<NoSuchCase>());
    }

    [Theory]
    [InlineData("我老板的事怎么办")]
    [InlineData("我同事受伤了怎么办")]
    [InlineData("我的事你们管不管")]
    [InlineData("12号放假吗")]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("123456")]
    public async Task Other_questions_are_none_about_a_case(string words)
    {
        await _talk.Says(words);

        Assert.DoesNotContain(nameof(ShowCases), _talk.HeardKinds);
    }

    [Fact]
    public async Task A_bare_number_belongs_to_the_question_or_the_list_that_waits_for_one()
    {
        await _talk.Says("绑定", "18");
        Assert.DoesNotContain(nameof(ShowCases), _talk.HeardKinds);

        await _talk.Says("取消", "菜单", "18");
        Assert.DoesNotContain(nameof(ShowCases), _talk.HeardKinds);
    }

    [Fact]
    public async Task In_the_middle_of_another_dialog_it_is_told_and_the_dialog_goes_on()
    {
        await _talk.Says("绑定", "编号18办得咋样了");

        _talk.Hears<ShowCases>();
        _talk.Hears<UnionBot.Chat.Dialogs.BackTo>();
        _talk.Hears<AskName>();
    }

    [Fact]
    public async Task Who_has_no_case_is_told_so()
    {
        var talk = new Talk(new TellProgress(new CaseProgressFake()));

        await talk.Says("我的事办到哪一步了");

        talk.Hears<NoCaseIsOpen>();
    }
}
