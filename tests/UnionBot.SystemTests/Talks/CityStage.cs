using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Talks;

/// <summary>The whole city: what a follower does goes to the bot by way of the platform, as on the phone page.</summary>
internal sealed partial class CityStage : ITalkStage
{
    private const string Code = "{验证码}";
    private const int SecondsToWait = 20;

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private readonly City _city;
    private readonly string _worker;
    private long _heard;
    private long _lastCode;

    private CityStage(City city, string worker, long seq) => (_city, _worker, _heard, _lastCode) = (city, worker, seq, seq);

    /// <summary>With somebody new, who follows already unless the talk begins with that.</summary>
    public static async Task<CityStage> EnterAsync(City city, Talk talk)
    {
        var follows = talk.Steps is not [{ Deed.What: "关注" or "扫码" }, ..];
        var added = await city.Sandbox.ControlAsync("/sandbox/followers", new { count = 1, follows });
        var worker = (string)added["followers"]![0]!["openid"]!;
        return new CityStage(city, worker, await LastSeqAsync(city, worker));
    }

    public async Task SayAsync(string words)
    {
        var said = words.Contains(Code, StringComparison.Ordinal)
            ? words.Replace(Code, await NewCodeAsync(), StringComparison.Ordinal)
            : words;
        await ActAsync("say", new { text = said });
    }

    public Task DoAsync(TalkDeed deed) => deed.What switch
    {
        "等" => Task.CompletedTask,
        "关注" => ActAsync("follow", new { }),
        "取消关注" => ActAsync("unfollow", new { }),
        "扫码" => ActAsync("scan", new { scene = deed.About }),
        "菜单" => ActAsync("tap", new { key = deed.About }),
        "选" => ActAsync("choose", new { id = Before(deed.About), content = Behind(deed.About) }),
        "位置" => ActAsync("location", PlaceOf(deed.About)),
        "链接" => ActAsync("link", new { url = Before(deed.About), title = Behind(deed.About) }),
        "照片" => SendAsync("photo", Jpeg),
        "视频" => SendAsync("video", [0, 0, 0, 0x18, .. "ftypmp42"u8]),
        "语音" => SendAsync($"voice?recognition={Uri.EscapeDataString(deed.About)}", [.. "#!AMR\n"u8, 0x3C, 0, 0]),
        _ => throw new InvalidDataException($"Nobody can {deed} on the phone."),
    };

    public Task WorkAsync(TalkDeed deed) => throw new InvalidDataException($"There is no staff here to {deed}.");

    public async Task<string> HearAsync()
    {
        var talk = await _city.Sandbox.GetAsync($"/sandbox/followers/{_worker}/bubbles?after={_heard}&wait={SecondsToWait}");
        var answer = talk["bubbles"]!.AsArray().FirstOrDefault(bubble => (string?)bubble!["from"] == "account")
            ?? throw new TimeoutException("Nobody answered.");
        _heard = (long)answer["seq"]!;
        return (string?)answer["text"] ?? $"[{answer["kind"]}]";
    }

    private static async Task<long> LastSeqAsync(City city, string worker) =>
        (long)(await city.Sandbox.GetAsync($"/sandbox/followers/{worker}/bubbles?limit=0"))["lastSeq"]!;

    private static string Before(string about) => about.Split(' ')[0];

    private static string Behind(string about) => about[(about.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static object PlaceOf(string about)
    {
        var degrees = Before(about).Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new { latitude = degrees[0], longitude = degrees[1], label = Behind(about) };
    }

    private async Task ActAsync(string what, object body)
    {
        _heard = await LastSeqAsync(_city, _worker);
        await _city.Sandbox.ActAsync(_worker, what, body);
    }

    private async Task SendAsync(string what, byte[] bytes)
    {
        _heard = await LastSeqAsync(_city, _worker);
        using var body = new ByteArrayContent(bytes);
        using var response = await _city.Sandbox.Http.PostAsync($"/sandbox/followers/{_worker}/{what}", body);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The code of the first short message that has not been used yet.</summary>
    private async Task<string> NewCodeAsync()
    {
        JsonNode? sms = null;
        await Eventually.HoldsAsync(async () =>
        {
            var all = (await _city.Sandbox.GetAsync("/sandbox/sms")).AsArray();
            sms = all.LastOrDefault(message => (long)message!["seq"]! > _lastCode);
            return sms is not null;
        });
        _lastCode = (long)sms!["seq"]!;
        return Digits().Match((string)sms["text"]!).Value;
    }

    [GeneratedRegex("[0-9]{4,}")]
    private static partial Regex Digits();
}
