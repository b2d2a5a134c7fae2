using System.Text;
using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat;

/// <summary>Signed pushes whose content is bad or strange.</summary>
public sealed class BadBodyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("<xml>")]
    [InlineData("<xml/>")]
    [InlineData("<xml><MsgType>text</MsgType>")]
    [InlineData("<xml><a></b></xml>")]
    [InlineData("<xml></xml><xml></xml>")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"MsgType\":")]
    public void A_signed_push_that_is_no_document_is_malformed(string message) =>
        Assert.IsType<PushResult.Malformed>(Samples.Read(message));

    [Theory]
    [InlineData("<MsgType>text</MsgType><CreateTime>1764000000</CreateTime>")]
    [InlineData("<FromUserName>o1</FromUserName><CreateTime>1764000000</CreateTime>")]
    [InlineData("<FromUserName>o1</FromUserName><MsgType>text</MsgType>")]
    [InlineData("<FromUserName>o1</FromUserName><MsgType>text</MsgType><CreateTime>1764000000000000</CreateTime>")]
    public void A_push_without_sender_kind_or_moment_is_malformed(string fields) =>
        Assert.Equal(new PushResult.Malformed(MalformedReason.Incomplete), Samples.Read($"<xml>{fields}</xml>"));

    [Fact]
    public void An_external_entity_is_never_read()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "SECRET");
        var message = $"<!DOCTYPE xml [<!ENTITY e SYSTEM \"file://{file}\">]>" + Samples.Text("x").Replace("<![CDATA[x]]>", "&e;", StringComparison.Ordinal);

        Assert.Equal(new PushResult.Malformed(MalformedReason.NotReadable), Samples.Read(message));
        Assert.Equal(new PushResult.Malformed(MalformedReason.NotReadable), Samples.ReadPlain(message));
        File.Delete(file);
    }

    [Fact]
    public void A_message_otherwise_good_is_malformed_with_a_dtd() => Assert.Equal(
        new PushResult.Malformed(MalformedReason.NotReadable), Samples.Read("<!DOCTYPE xml>" + Samples.Text("你好")));

    [Fact]
    public void An_entity_bomb_is_malformed()
    {
        const string Bomb = """
            <!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
            <xml><Content>&c;</Content></xml>
            """;

        Assert.Equal(new PushResult.Malformed(MalformedReason.NotReadable), Samples.Read(Bomb));
    }

    [Theory]
    [InlineData(17)]
    [InlineData(30_000)]
    public void Deep_nesting_in_a_message_otherwise_good_is_malformed(int depth)
    {
        var xml = Repeat("<a>", depth) + Repeat("</a>", depth);
        var json = "\"x\":" + Repeat("{\"a\":", depth) + "1" + Repeat("}", depth);

        Assert.Equal(new PushResult.Malformed(MalformedReason.NotReadable), Samples.Read(Samples.Xml("text", xml)));
        Assert.Equal(new PushResult.Malformed(MalformedReason.NotReadable), Samples.Read(Samples.Json("text", json)));
    }

    [Fact]
    public void Very_many_elements_in_a_message_otherwise_good_are_malformed() => Assert.Equal(
        new PushResult.Malformed(MalformedReason.NotReadable),
        Samples.Read(Samples.Xml("text", "<x><y/></x>" + Repeat("<a/>", 5_000))));

    [Fact]
    public void A_forged_encrypted_envelope_with_a_dtd_is_refused_before_anything_is_expanded()
    {
        var body = Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY e \"abc\">]><xml><Encrypt>&e;</Encrypt></xml>");

        var result = new PushReader(PlatformPen.Keys()).Read(new PlatformPen().SealedQuery("abc"), body, PlatformPen.Now);

        Assert.Equal(new PushResult.Refused(RefusalReason.MissingField), result);
    }

    [Theory]
    [InlineData("你好👷🏽‍♀️")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("12345")]
    [InlineData("[微笑]　全角")]
    [InlineData("a < b && c > d")]
    [InlineData("line one\nline two\ttab")]
    [InlineData("<Encrypt>not me</Encrypt>")]
    public void Any_ordinary_text_arrives_as_written(string content) =>
        Assert.Equal(content, Samples.Push<TextMessage>(Samples.Text(content)).Content);

    [Fact]
    public void Ten_thousand_characters_arrive_whole()
    {
        var content = new string('工', 10_000);

        Assert.Equal(content, Samples.Push<TextMessage>(Samples.Text(content)).Content);
    }

    [Theory]
    [InlineData("<Content>a &lt;b&gt; &amp; &#x4F60;</Content>", "a <b> & 你")]
    [InlineData("<Content><![CDATA[a]]]]><![CDATA[>b]]></Content>", "a]]>b")]
    [InlineData("<Content>  </Content>", "  ")]
    [InlineData("<Content/>", "")]
    [InlineData("<Content attr='1'>x</Content>", "x")]
    [InlineData("<!-- c --><?pi x?><Content>x</Content>", "x")]
    [InlineData("", "")]
    public void Other_ways_of_writing_xml_mean_the_same(string content, string expected) =>
        Assert.Equal(expected, Samples.Push<TextMessage>(Samples.Xml("text", content + "<MsgId>1</MsgId>")).Content);

    [Fact]
    public void A_declaration_and_a_byte_order_mark_are_accepted()
    {
        var text = "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n" + Samples.Text("你好");

        Assert.Equal("你好", Samples.Push<TextMessage>(text).Content);
        Assert.Equal("你好", Samples.Push<TextMessage>("\uFEFF" + Samples.Json("text", "\"Content\":\"你好\",\"MsgId\":1")).Content);
    }

    [Fact]
    public void Control_characters_are_taken_out()
    {
        Assert.Equal("ab", Samples.Push<TextMessage>(Samples.Text("a\u0008b")).Content);
        Assert.Equal("ab", Samples.Push<TextMessage>(Samples.Text("a\0b")).Content);
        Assert.Equal("ab", Samples.Push<TextMessage>(Samples.Xml("text", "<Content>a&#1;b</Content>")).Content);
        Assert.Equal("ab", Samples.Push<TextMessage>(Samples.Json("text", "\"Content\":\"a\\u0000b\"")).Content);
        Assert.Equal("ab", Samples.Push<TextMessage>(Samples.Json("text", "\"Content\":\"a\u0008b\"")).Content);
    }

    [Fact]
    public void Invalid_utf8_becomes_a_replacement_character()
    {
        var bytes = Encoding.UTF8.GetBytes(Samples.Text("a#b"));
        bytes[Array.LastIndexOf(bytes, (byte)'#')] = 0xFF;

        var accepted = Assert.IsType<PushResult.Accepted>(Samples.Read(bytes));

        Assert.Equal("a\uFFFDb", Assert.IsType<TextMessage>(accepted.Envelope.Push).Content);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        // As CESU-8 in the bytes, and as an escape in JSON; whole pairs stay what they are.
        var bytes = Encoding.UTF8.GetBytes(Samples.Text("a###b"));
        var at = Array.IndexOf(bytes, (byte)'#');
        new byte[] { 0xED, 0xA0, 0xBD }.CopyTo(bytes, at);
        var cesu = Assert.IsType<TextMessage>(Assert.IsType<PushResult.Accepted>(Samples.Read(bytes)).Envelope.Push);
        var json = Samples.Push<TextMessage>(Samples.Json("text", """ "Content":"a\uD83Db\uD83D\uDC77 \\uD83D" """));

        Assert.True(cesu.Content.All(c => !char.IsSurrogate(c)) && cesu.Content.Contains('\uFFFD', StringComparison.Ordinal));
        Assert.Equal("a\uFFFDb👷 \\uD83D", json.Content);
    }

    [Fact]
    public void An_unknown_kind_is_read_and_only_its_names_are_kept()
    {
        var message = Samples.Push<UnknownPush>(Samples.Xml("hologram", "<MsgId>7</MsgId><Secret>私事</Secret>"));
        var happening = Samples.Push<UnknownPush>(Samples.EventXml("Brand_New\nEvent", "<EventKey>k</EventKey>"));

        Assert.Equal(("hologram", "", $"7|{Samples.Person}|{Samples.Created}"), (message.Type, message.Event, message.DedupeKey));
        Assert.Contains("Secret", message.FieldNames);
        Assert.DoesNotContain("私事", message.ToString() + string.Concat(message.FieldNames), StringComparison.Ordinal);
        Assert.Equal("brand_newevent", happening.Event);
    }

    [Fact]
    public void A_push_does_not_print_what_a_person_wrote() =>
        Assert.Equal("TextMessage", Samples.Push<TextMessage>(Samples.Text("我的身份证是…")).ToString());

    [Fact]
    public void A_query_that_names_another_person_is_noticed()
    {
        var (query, body) = new PlatformPen().Sealed(Samples.Text("你好"));
        var reader = new PushReader(PlatformPen.Keys());

        Assert.True(Accepted(query with { OpenId = Samples.Person }).SenderMatchesQuery);
        Assert.True(Accepted(query).SenderMatchesQuery);
        Assert.False(Accepted(query with { OpenId = "o_other" }).SenderMatchesQuery);

        Envelope Accepted(PushQuery asked) =>
            Assert.IsType<PushResult.Accepted>(reader.Read(asked, body, PlatformPen.Now)).Envelope;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
