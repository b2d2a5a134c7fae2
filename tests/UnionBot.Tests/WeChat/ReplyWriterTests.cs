using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat;

public sealed class ReplyWriterTests
{
    [Fact]
    public void A_text_reply_goes_back_to_its_sender_sealed()
    {
        var xml = XElement.Parse(new PlatformPen().Unseal(Write(Samples.Envelope(Samples.Text("你好")), new TextReply("收到👷"))));

        Assert.Equal(
            [
                ("ToUserName", Samples.Person), ("FromUserName", Samples.Account), ("CreateTime", "1764000000"),
                ("MsgType", "text"), ("Content", "收到👷"),
            ],
            xml.Elements().Select(element => (element.Name.LocalName, element.Value)));
    }

    [Fact]
    public void A_plain_push_gets_a_plain_reply()
    {
        var envelope = Samples.PlainEnvelope(Samples.Text("你好"));

        Assert.False(envelope.IsEncrypted);
        Assert.Equal("收到", XElement.Parse(Write(envelope, new TextReply("收到"))).Element("Content")!.Value);
    }

    [Theory]
    [InlineData("a]]>b", "a]]>b")]
    [InlineData("]]>]]>", "]]>]]>")]
    [InlineData("a\u0001\u0008\u001fb\0", "ab")]
    [InlineData("tab\tline\nend", "tab\tline\nend")]
    [InlineData("<a href=\"https://x?a=1&b=2\">点这里</a>", "<a href=\"https://x?a=1&b=2\">点这里</a>")]
    [InlineData("", "")]
    public void Any_text_makes_valid_xml_and_valid_json(string text, string expected)
    {
        var xml = XElement.Parse(Write(Samples.PlainEnvelope(Samples.Text("x")), new TextReply(text)));
        using var json = JsonDocument.Parse(Write(JsonEnvelope(), new TextReply(text)));

        Assert.Equal(expected, xml.Element("Content")!.Value);
        Assert.Equal(expected, json.RootElement.GetProperty("Content").GetString());
    }

    [Fact]
    public void Half_a_surrogate_pair_makes_valid_xml_and_valid_json() =>
        Any_text_makes_valid_xml_and_valid_json("half \uD83D pair", "half \uFFFD pair");

    [Fact]
    public void Media_replies_name_their_media()
    {
        Assert.Equal("m1", Body(new ImageReply("m1"), "image").Element("Image")!.Element("MediaId")!.Value);
        Assert.Equal("m2", Body(new VoiceReply("m2"), "voice").Element("Voice")!.Element("MediaId")!.Value);

        var video = Body(new VideoReply("m3", "题", "文"), "video").Element("Video")!;
        Assert.Equal(["m3", "题", "文"], Values(video, "MediaId", "Title", "Description"));

        var music = Body(new MusicReply("t", "https://m", "https://hq", "题", "文"), "music").Element("Music")!;
        Assert.Equal(
            ["题", "文", "https://m", "https://hq", "t"],
            Values(music, "Title", "Description", "MusicUrl", "HQMusicUrl", "ThumbMediaId"));
    }

    [Fact]
    public void A_news_reply_counts_its_articles()
    {
        var news = Body(new NewsReply(new("t1", "d1", "p1", "u1"), new("t2", "d2", "p2", "u2")), "news");

        Assert.Equal("2", news.Element("ArticleCount")!.Value);
        Assert.Equal(
            ["t1d1p1u1", "t2d2p2u2"], news.Element("Articles")!.Elements("item").Select(item => item.Value));
    }

    [Fact]
    public void A_news_reply_holds_one_to_eight_articles()
    {
        var article = new NewsArticle("t", "d", "p", "u");

        Assert.Throws<ArgumentException>(() => new NewsReply());
        Assert.Throws<ArgumentException>(() => new NewsReply([.. Enumerable.Repeat(article, 9)]));
        Assert.Equal(1, NewsReply.MostFor(Samples.Push<TextMessage>(Samples.Text("x"))));
        Assert.Equal(8, NewsReply.MostFor(Samples.Push<ClickEvent>(Samples.EventXml("CLICK", ""))));
    }

    [Fact]
    public void A_transfer_to_staff_may_name_the_account()
    {
        Assert.Null(Body(new TransferToStaffReply(), "transfer_customer_service").Element("TransInfo"));

        var named = Body(new TransferToStaffReply("a@gh"), "transfer_customer_service");
        Assert.Equal("a@gh", named.Element("TransInfo")!.Element("KfAccount")!.Value);
    }

    [Fact]
    public void A_json_push_gets_a_json_reply_plain_or_sealed()
    {
        var pen = new PlatformPen();
        var ciphertext = pen.Encrypt(pen.Frame(Encoding.UTF8.GetBytes(Samples.Json("text", "\"Content\":\"你好\",\"MsgId\":1"))));
        var body = Encoding.UTF8.GetBytes($"{{\"ToUserName\":\"gh_1\",\"Encrypt\":\"{ciphertext}\"}}");
        var accepted = Assert.IsType<PushResult.Accepted>(
            new PushReader(PlatformPen.Keys()).Read(pen.SealedQuery(ciphertext), body, PlatformPen.Now));

        using var sealedReply = JsonDocument.Parse(Write(accepted.Envelope, new TextReply("收到")));
        var root = sealedReply.RootElement;
        var encrypted = root.GetProperty("Encrypt").GetString()!;
        var timestamp = root.GetProperty("TimeStamp").GetRawText();
        using var plain = JsonDocument.Parse(pen.Decrypt(encrypted, out _));

        Assert.Equal("application/json; charset=utf-8", accepted.Envelope.ReplyContentType);
        Assert.Equal(PlatformPen.Sha1(PlatformPen.Token, timestamp, root.GetProperty("Nonce").GetString()!, encrypted), root.GetProperty("MsgSignature").GetString());
        Assert.Equal("收到", plain.RootElement.GetProperty("Content").GetString());
        Assert.Equal(1764000000, plain.RootElement.GetProperty("CreateTime").GetInt64());
    }

    [Fact]
    public void Json_lists_articles_and_nests_media()
    {
        using var news = JsonDocument.Parse(Write(JsonEnvelope(), new NewsReply(new NewsArticle("t1", "d", "p", "u"))));
        using var image = JsonDocument.Parse(Write(JsonEnvelope(), new ImageReply("m1")));

        Assert.Equal("t1", news.RootElement.GetProperty("Articles")[0].GetProperty("Title").GetString());
        Assert.Equal("m1", image.RootElement.GetProperty("Image").GetProperty("MediaId").GetString());
    }

    [Fact]
    public void Two_replies_to_the_same_push_differ_on_the_wire_and_not_in_content()
    {
        var envelope = Samples.Envelope(Samples.Text("你好"));
        var (first, second) = (Write(envelope, new TextReply("收到")), Write(envelope, new TextReply("收到")));

        Assert.NotEqual(first, second);
        Assert.Equal(new PlatformPen().Unseal(first), new PlatformPen().Unseal(second));
    }

    [Fact]
    public void A_reply_does_not_print_its_text() => Assert.Equal("TextReply", new TextReply("私事").ToString());

    private static XElement Body(PassiveReply reply, string type)
    {
        var xml = XElement.Parse(Write(Samples.PlainEnvelope(Samples.Text("x")), reply));
        Assert.Equal(type, xml.Element("MsgType")!.Value);
        return xml;
    }

    private static string[] Values(XElement holder, params string[] names) =>
        [.. names.Select(name => holder.Element(name)!.Value)];

    private static Envelope JsonEnvelope() => Samples.PlainEnvelope(Samples.Json("text", "\"Content\":\"x\",\"MsgId\":1"));

    private static string Write(Envelope envelope, PassiveReply reply)
    {
        var output = new ArrayBufferWriter<byte>();
        ReplyWriter.Write(output, envelope, reply, PlatformPen.Now);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
