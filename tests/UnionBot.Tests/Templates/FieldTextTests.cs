using UnionBot.Chat.Safety;
using UnionBot.Chat.Templates;

namespace UnionBot.Tests.Templates;

/// <summary>Texts that staff write: Handlebars as far as they go, filled without its engine.</summary>
public sealed class FieldTextTests
{
    private static readonly Dictionary<string, string> Values = new() { ["姓名"] = "王芳", ["工会"] = "历下区 & <总工会> {{姓名}}" };

    [Theory]
    [InlineData("您好，春送岗位招聘会周六上午。")]
    [InlineData("{{姓名}}您好，{{工会}}邀您参加。")]
    [InlineData("{{ 姓名 }}，\n{{姓名}}：\t{{工会}}")]
    [InlineData("5 > 3，\"请\" & 'ok' \\ 完")]
    public void It_reads_as_the_engine_would_render_it(string text)
    {
        var engine = new HandlebarsEngine(new Dictionary<string, Hotline>(), new Dictionary<string, string>());

        Assert.Equal(engine.Compile(text)(Values), FieldText.Read(text, Values.Keys, out _)!.Fill(Values));
    }

    [Theory]
    [InlineData("{{#if 姓名}}您{{/if}}", "#if 姓名")]
    [InlineData("{{{姓名}}}", "{ }")]
    [InlineData("{{姓名.Length}}", "姓名.Length")]
    [InlineData("{{phone 姓名}}", "phone 姓名")]
    [InlineData("{{../姓名}}", "../姓名")]
    [InlineData("{{电话}}", "电话")]
    [InlineData("{{姓名", "{ }")]
    [InlineData("{{}}", "")]
    public void What_is_no_named_field_is_refused(string text, string strange)
    {
        Assert.Null(FieldText.Read(text, Values.Keys, out var found));
        Assert.Equal(strange, found);
    }
}
