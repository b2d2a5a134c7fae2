using UnionBot.Chat.Understanding;
using UnionBot.Services.Membership.Binding;
using UnionBot.Services.Membership.Codes;
using UnionBot.Tests.Chat;
using UnionBot.Tests.Chat.Understanding.Meanings;

namespace UnionBot.Tests.Services.Membership;

/// <summary>What is taken for a name while somebody binds.</summary>
public sealed class BindNameTests
{
    private readonly BindingFake _binding = new();
    private readonly Talk _talk;

    public BindNameTests() => _talk = new Talk(new BindMember(_binding, new SureNames(Surnames.Load(Tree.Templates)), BindingWords.Load(new DataFolder(Tree.Templates))));

    [Theory]
    [InlineData("为什么要姓名")]
    [InlineData("好的")]
    [InlineData("我不知道")]
    [InlineData("谢谢")]
    [InlineData("再见")]
    [InlineData("绑定")]
    [InlineData("😀")]
    [InlineData("1")]
    public async Task What_is_no_name_is_not_taken_for_one(string text)
    {
        await _talk.Says("绑定", text);

        _talk.Hears<AskName>();
    }

    [Theory]
    [InlineData("买买提·艾力")]
    [InlineData("阿依古丽·买买提")]
    [InlineData("欧阳 修")]
    [InlineData("欧阳娜娜")]
    [InlineData("诸葛亮")]
    [InlineData("李为民")]
    [InlineData("我叫阿依古丽")]
    [InlineData("John Smith")]
    public async Task All_kinds_of_names_are_taken(string name)
    {
        _talk.Understanding = Understood.Current;

        await _talk.Says("绑定", name);

        _talk.Hears<AskPhone>();
    }

    [Theory]
    [InlineData("阿依古丽", "是的", "阿依古丽")]
    [InlineData("阿依古丽", "阿依古丽", "阿依古丽")]
    [InlineData("阿依古丽", "对", "阿依古丽")]
    [InlineData("今天天气不错", "王芳", "王芳")]
    [InlineData("今天天气不错", "我叫王芳", "王芳")]
    public async Task What_may_be_a_name_or_not_is_asked_once(string words, string answer, string name)
    {
        _talk.Understanding = Understood.Current;
        await _talk.Says("绑定", words);
        Assert.Equal(words, _talk.Hears<IsThatYourName>().Name);

        await _talk.Says(answer);

        Assert.Equal(name, _talk.Hears<AskPhone>().Name);
    }

    [Fact]
    public async Task A_wish_that_begins_like_a_name_is_none()
    {
        _talk.Understanding = Understood.Current;

        await _talk.Says("绑定", "高温补贴");
        Assert.DoesNotContain(nameof(AskPhone), _talk.HeardKinds);
        Assert.DoesNotContain(nameof(IsThatYourName), _talk.HeardKinds);

        await _talk.Says("王芳");
        Assert.Equal("王芳", _talk.Hears<AskPhone>().Name);
    }

    [Fact]
    public async Task Who_says_that_it_is_no_name_is_asked_for_theirs()
    {
        await _talk.Says("绑定", "今天天气不错", "不是");
        _talk.Hears<AskName>();

        await _talk.Says("王芳");
        Assert.Equal("王芳", _talk.Hears<AskPhone>().Name);
    }

    [Fact]
    public async Task The_code_is_on_its_way_while_a_name_is_doubted()
    {
        await _talk.Says("绑定", "阿依古丽 13800000001");
        _talk.Hears<CodeIsOnItsWay>();
        _talk.Hears<IsThatYourName>();

        await _talk.Says("是");
        _talk.Hears<AskCode>();
        Assert.Single(_binding.SentTo);
    }

    [Fact]
    public async Task A_remark_does_not_take_the_place_of_a_name_that_was_given()
    {
        await _talk.Says("绑定", "王芳", "今天天气不错");

        Assert.Equal("王芳", _talk.Hears<AskPhone>().Name);
    }
}
