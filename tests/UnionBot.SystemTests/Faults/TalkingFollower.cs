using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace UnionBot.SystemTests.Faults;

/// <summary>A follower of the stand-in who counts what they said and how the platform fared with it.</summary>
/// <param name="copies">How often each word is delivered at the same instant.</param>
internal sealed class TalkingFollower(KillableCity city, string openId, int copies)
{
    public string OpenId => openId;

    /// <summary>Messages that the platform handed over.</summary>
    public int Messages { get; private set; }

    /// <summary>Messages that the platform gave up, telling the follower that the service is out of order.</summary>
    public int OutOfOrder { get; private set; }

    /// <summary>Messages that it had to deliver more than once.</summary>
    public int Repeated { get; private set; }

    public async Task SayAsync(string text)
    {
        var result = await city.Sandbox.SayAsync(openId, text, copies);
        Count(result);
        if (result["copies"] is JsonArray all) AssertSameAnswer(all);
    }

    public async Task SendPhotoAsync()
    {
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);
        using var response = await city.Sandbox.Http.PostAsync($"/sandbox/followers/{openId}/photo", photo);
        Count((await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    /// <summary>Taps a menu: an event, which has no number of its own.</summary>
    public async Task TapAsync(string key) => Count(await city.Sandbox.ActAsync(
        openId, "event", new { @event = "CLICK", fields = new { EventKey = key }, copies }));

    /// <summary>What they read last.</summary>
    public async Task<string> LastReadAsync() => (await city.Sandbox.DeliveredAsync(openId)).LastOrDefault() ?? "";

    private void Count(JsonNode result)
    {
        if (result["attempts"]!.AsArray().Count > 1) Repeated++;
        if (result["fault"] is null) Messages++;
        else OutOfOrder++;
    }

    private static void AssertSameAnswer(JsonArray copies)
    {
        var answers = copies.Select(copy => (string?)copy!["reply"]?["text"]).Where(text => text is not null).Distinct().ToArray();
        Assert.True(answers.Length <= 1, $"The same message got different answers: {string.Join(" | ", answers)}");
    }
}
