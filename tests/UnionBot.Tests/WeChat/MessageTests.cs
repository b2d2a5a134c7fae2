using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat;

/// <summary>Every message people can send, as XML and as JSON.</summary>
public sealed class MessageTests
{
    private const string MsgId = "<MsgId>9223372036854775807</MsgId>";

    [Fact]
    public void A_text_is_read()
    {
        var xml = Samples.Push<TextMessage>(Samples.Xml("text", "<Content>工会在哪</Content><bizmsgmenuid>101</bizmsgmenuid>" + MsgId));
        var json = Samples.Push<TextMessage>(Samples.Json(
            "text", """ "Content":"工会在哪","bizmsgmenuid":"101","MsgId":9223372036854775807 """));

        Assert.Equal(xml, json);
        Assert.Equal(("工会在哪", "101", "9223372036854775807"), (xml.Content, xml.MenuItemId, xml.MsgId));
        Assert.Equal((Samples.Account, Samples.Person), (xml.ToUser, xml.FromUser));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Samples.Created), xml.CreatedAt);
        Assert.Equal($"9223372036854775807|{Samples.Person}|{Samples.Created}", xml.DedupeKey);
    }

    [Fact]
    public void A_photo_is_read() => Same(
        new ImageMessage(Header(), "m1", "https://p/1"),
        "image",
        "<PicUrl><![CDATA[https://p/1]]></PicUrl><MediaId>m1</MediaId>",
        """ "PicUrl":"https://p/1","MediaId":"m1" """);

    [Fact]
    public void A_voice_message_is_read_with_and_without_a_transcript()
    {
        Same(
            new VoiceMessage(Header(), "m1", "amr", "你好", "m16"),
            "voice",
            "<MediaId>m1</MediaId><Format>amr</Format><Recognition>你好</Recognition><MediaId16K>m16</MediaId16K>",
            """ "MediaId":"m1","Format":"amr","Recognition":"你好","MediaId16K":"m16" """);
        Same(
            new VoiceMessage(Header(), "m1", "speex", null, null),
            "voice",
            "<MediaId>m1</MediaId><Format>speex</Format><Recognition/>",
            """ "MediaId":"m1","Format":"speex","Recognition":null """);
    }

    [Theory]
    [InlineData("video", false)]
    [InlineData("shortvideo", true)]
    public void A_video_is_read(string type, bool isShort) => Same(
        new VideoMessage(Header(), "m1", "t1", isShort),
        type,
        "<MediaId>m1</MediaId><ThumbMediaId>t1</ThumbMediaId>",
        """ "MediaId":"m1","ThumbMediaId":"t1" """);

    [Fact]
    public void A_place_is_read_with_latitude_first() => Same(
        new LocationMessage(Header(), 36.65, 117.12, 16, "济南"),
        "location",
        "<Location_X>36.65</Location_X><Location_Y>117.12</Location_Y><Scale>16</Scale><Label>济南</Label>",
        """ "Location_X":36.65,"Location_Y":"117.12","Scale":16,"Label":"济南" """);

    [Fact]
    public void A_place_without_numbers_is_no_error() => Same(
        new LocationMessage(Header(), null, null, null, ""),
        "location",
        "<Location_X>NaN</Location_X><Location_Y>far</Location_Y>",
        """ "Location_X":"NaN","Location_Y":null """);

    [Fact]
    public void A_link_is_read() => Same(
        new LinkMessage(Header(), "t", "d", "https://a?b=1&c=2"),
        "link",
        "<Title>t</Title><Description>d</Description><Url><![CDATA[https://a?b=1&c=2]]></Url>",
        """ "Title":"t","Description":"d","Url":"https://a?b=1&c=2" """);

    [Fact]
    public void A_file_is_read() => Same(
        new FileMessage(Header(), "合同.pdf", "d", "k", "m", 5_000_000_000),
        "file",
        "<Title>合同.pdf</Title><Description>d</Description><FileKey>k</FileKey><FileMd5>m</FileMd5><FileTotalLen>5000000000</FileTotalLen>",
        """ "Title":"合同.pdf","Description":"d","FileKey":"k","FileMd5":"m","FileTotalLen":5000000000 """);

    private static PushHeader Header() => new(
        Samples.Account, Samples.Person, DateTimeOffset.FromUnixTimeSeconds(Samples.Created), "1");

    private static void Same<T>(T expected, string type, string xml, string json)
        where T : Push
    {
        Assert.Equal(expected, Samples.Push<T>(Samples.Xml(type, xml + "<MsgId>1</MsgId>")));
        Assert.Equal(expected, Samples.Push<T>(Samples.Json(type, json + ",\"MsgID\":1")));
        Assert.Equal(expected, Assert.IsType<T>(Samples.PlainEnvelope(Samples.Xml(type.ToUpperInvariant(), xml + "<MsgId>1</MsgId>")).Push));
    }
}
