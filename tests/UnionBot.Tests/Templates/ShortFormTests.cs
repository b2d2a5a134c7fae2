using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Web.Channels.WeChat;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Tests.Templates;

public sealed class ShortFormTests
{
    private static readonly ShortForms Forms =
        new(new AlarmOptions { TemplateId = "t", TemplateFields = "thing2=kind,thing4=todo" }, new SendingOptions());

    [Fact]
    public void The_lines_of_the_short_form_fill_the_fields_that_the_settings_name()
    {
        var notice = Forms.Template(Message("number: 3\nkind: 火灾\ntodo: 请打开对话: 收到 3"));

        Assert.Equal(("o1", "t", "7"), (notice.ToUser, notice.TemplateId, notice.ClientMsgId));
        Assert.Equal(["thing2 火灾", "thing4 请打开对话: 收到 3"], notice.Data.Select(field => $"{field.Key} {field.Value}"));
    }

    [Theory]
    [InlineData("kind: 火灾")]
    [InlineData("kind: 火灾\nkind: 事故\n一行没有名字的话")]
    public void What_somebody_left_out_of_the_template_is_empty_and_stops_nothing(string lines)
    {
        var notice = Forms.Template(Message(lines));

        Assert.Equal(["thing2 火灾", "thing4 "], notice.Data.Select(field => $"{field.Key} {field.Value}"));
    }

    [Fact]
    public void A_subscription_notice_has_a_template_of_its_own_for_its_kind()
    {
        var forms = new ShortForms(new AlarmOptions(), new SendingOptions { Notices = "vacancy-push=n thing1=title,amount2=pay" });

        var notice = forms.Notice(Message("title: 电焊工\npay: 8000元") with { Kind = MessageKind.VacancyPush });

        Assert.Equal("n", notice.TemplateId);
        Assert.Equal(["thing1 电焊工", "amount2 8000元"], notice.Data.Select(field => $"{field.Key} {field.Value}"));
    }

    [Theory]
    [InlineData("booking=t")]
    [InlineData("wedding=t thing1=title")]
    [InlineData("booking=t thing1")]
    [InlineData("booking=t thing1=a; booking=u thing1=a")]
    [InlineData("campaign=t thing1=title")]
    [InlineData("vacancy-push=t thing1=title")]
    public void A_template_that_is_written_wrong_or_would_advertise_is_refused_at_the_start(string setting) =>
        Assert.Contains(new SendingOptions { Templates = setting }.Problems(), p => p.Property == nameof(SendingOptions.Templates));

    private static ClaimedMessage Message(string? notice) =>
        new(7, default, new PersonId(1), "wechat", "o1", "", 1, default) { Kind = MessageKind.Alarm, Notice = notice };
}
