using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Web.Channels.WeChat;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Tests.Templates;

public sealed class NoticeTemplateTests
{
    private static readonly AlarmOptions Settings = new() { TemplateId = "t", TemplateFields = "thing2=kind,thing4=todo" };

    [Fact]
    public void The_lines_of_the_short_form_fill_the_fields_that_the_settings_name()
    {
        Assert.True(new NoticeTemplate(Settings).TryFill(Message("number: 3\nkind: 火灾\ntodo: 请打开对话: 收到 3"), out var notice));

        Assert.Equal(("o1", "t", "7"), (notice.ToUser, notice.TemplateId, notice.ClientMsgId));
        Assert.Equal(["thing2 火灾", "thing4 请打开对话: 收到 3"], notice.Data.Select(field => $"{field.Key} {field.Value}"));
    }

    [Theory]
    [InlineData("kind: 火灾")]
    [InlineData("kind: 火灾\nkind: 事故\n一行没有名字的话")]
    public void What_somebody_left_out_of_the_template_is_empty_and_stops_nothing(string lines)
    {
        Assert.True(new NoticeTemplate(Settings).TryFill(Message(lines), out var notice));

        Assert.Equal(["thing2 火灾", "thing4 "], notice.Data.Select(field => $"{field.Key} {field.Value}"));
    }

    [Fact]
    public void Without_a_template_or_a_short_form_there_is_none()
    {
        Assert.False(new NoticeTemplate(new AlarmOptions()).TryFill(Message("kind: 火灾"), out _));
        Assert.False(new NoticeTemplate(Settings).TryFill(Message(null), out _));
    }

    private static ClaimedMessage Message(string? notice) =>
        new(7, default, new PersonId(1), "wechat", "o1", "", 1, default) { Notice = notice };
}
