using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Messaging;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>Halves of surrogate pairs in what people write, which neither XML, JSON nor the database can hold.</summary>
public sealed class HalfSurrogateTests(City city) : IClassFixture<City>
{
    private static long _msgId = 8_000_000;

    [Theory]
    [InlineData("工会&#xD83D;好", "工会\uFFFD好")]
    [InlineData("&#xDC77;工会", "\uFFFD工会")]
    [InlineData("工会&#55357;", "工会\uFFFD")]
    [InlineData("工会&#xD83D;&#xDC77;好", "工会👷好")]
    [InlineData("工会&#x1F477;好", "工会👷好")]
    public async Task As_character_references_of_xml_they_are_replaced_and_the_message_is_answered(string written, string kept)
    {
        var message = SignedPush.Text("o-xml", "#", Interlocked.Increment(ref _msgId)).Message;

        await AssertAnsweredAsync(new SignedPush(message.Replace("<![CDATA[#]]>", written, StringComparison.Ordinal)), kept);
    }

    [Theory]
    [InlineData(@"工会\uD83D好", "工会\uFFFD好")]
    [InlineData(@"\uDC77工会", "\uFFFD工会")]
    [InlineData(@"工会\uDC77\uD83D", "工会\uFFFD\uFFFD")]
    [InlineData(@"工会\uD83D\uDC77好", "工会👷好")]
    public async Task As_escapes_of_json_they_are_replaced_and_the_message_is_answered(string written, string kept) =>
        await AssertAnsweredAsync(SignedPush.JsonText("o-json", written, Interlocked.Increment(ref _msgId)), kept);

    private async Task AssertAnsweredAsync(SignedPush push, string kept)
    {
        var (status, body) = await city.PostAsync(push);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEqual("success", body);
        await using var db = city.Database.Open();
        var last = await db.Set<InboundMessage>().AsNoTracking().OrderByDescending(m => m.ReceivedAt).FirstAsync();
        var ciphers = city.Bot.Services.GetRequiredService<MessageCiphers>();
        Assert.Contains(kept, ciphers.OpenBody(last.Body!, last.PersonId, last.Key), StringComparison.Ordinal);
    }
}
