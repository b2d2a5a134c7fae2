using System.Text.Json;
using System.Text.RegularExpressions;
using UnionBot.Sandbox.Sms;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Control;

/// <summary>What a bubble becomes in a saved talk: the words or the deed of a person, the lines of an answer.</summary>
internal sealed partial class SavedWords(SmsTray tray)
{
    /// <summary>Stands for a code that a short message brought: another one comes whenever the talk is held again.</summary>
    private const string Code = "{验证码}";

    /// <summary>Stands for whatever is another the next time.</summary>
    private const string Any = "{…}";

    /// <summary>What the person said or, in brackets, did; null for what the platform showed by itself.</summary>
    public string? Done(Bubble bubble) => bubble.Kind switch
    {
        "subscribe" when SceneOf(bubble) is { Length: > 0 } scene => $"[扫码 {scene}]",
        "subscribe" => "[关注]",
        "unsubscribe" => "[取消关注]",
        _ when bubble.From != "follower" => null,
        "text" when bubble.Content is { } choice => $"[选 {Field(choice, "menuId")} {bubble.Text}]",
        "text" => Spoken(bubble.Text ?? ""),
        "image" => "[照片]",
        "voice" => $"[语音 {bubble.Text}]",
        "video" or "shortvideo" => "[视频]",
        "location" => $"[位置 {Field(bubble.Content!.Value, "latitude")},{Field(bubble.Content.Value, "longitude")} {bubble.Text}]",
        "link" => $"[链接 {Field(bubble.Content!.Value, "url")} {bubble.Text}]",
        "SCAN" => $"[扫码 {SceneOf(bubble)}]",
        _ => $"[菜单 {Field(bubble.Content!.Value, "name")}]",
    };

    /// <summary>Line by line, with numbers of cases, days, times and addresses left open.</summary>
    public static IEnumerable<string> Heard(Bubble bubble) =>
        (bubble.Text ?? $"[{bubble.Kind}]").Split('\n').Select(line => Changing().Replace(line.TrimEnd('\r'), Any));

    private static string SceneOf(Bubble bubble) => bubble.Content is { } content ? Field(content, "scene") : "";

    private static string Field(JsonElement content, string name) => content.GetProperty(name).ToString();

    private string Spoken(string words)
    {
        if (IsCode(words)) return Code;

        var line = words.Replace("\n", "\\n", StringComparison.Ordinal);
        return line.StartsWith('[') ? "\\" + line : line;
    }

    private bool IsCode(string words) =>
        words.Length >= 4 && words.All(char.IsAsciiDigit) && tray.All.Any(sms => sms.Text.Contains(words, StringComparison.Ordinal));

    [GeneratedRegex("""
        (?<=(?:编号|警报|事项)\s?)\d+|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\(周.\))?|\d{1,2}:\d{2}|https?://[^\s<>"，。；！？、（）]+
        """)]
    private static partial Regex Changing();
}
