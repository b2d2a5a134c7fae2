using System.Globalization;
using System.Text;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Sms;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Control;

/// <summary>
/// Writes a talk as a text file that a test can hold again; the format is described in this project's README.
/// </summary>
internal sealed class SavedTalk(Talks talks, FollowerDirectory followers, SmsTray tray)
{
    /// <summary>Stands for a code that a short message brought: another one comes whenever the talk is held again.</summary>
    private const string Code = "{code}";

    public byte[] Write(int follower)
    {
        var text = new StringBuilder();
        text.Append("# talk 1\n");
        text.Append(CultureInfo.InvariantCulture, $"# follower {followers.OpenId(follower)} {followers.NameOf(follower)}\n");
        foreach (var bubble in talks.Read(follower)) Write(text, bubble);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Write(StringBuilder text, Bubble bubble)
    {
        var at = bubble.At.ToOffset(SandboxClock.China);
        text.Append(CultureInfo.InvariantCulture, $"\n@ {at:yyyy-MM-dd'T'HH:mm:ss.fffzzz} {bubble.Via} {bubble.Kind}");
        if (bubble.Content is { } content) text.Append(CultureInfo.InvariantCulture, $" {content.GetRawText()}");
        text.Append('\n');

        var mark = bubble.From switch { "follower" => '>', "account" => '<', _ => '*' };
        foreach (var line in WordsOf(bubble).Split('\n'))
            text.Append(mark).Append(line.Length > 0 ? " " : "").Append(line.TrimEnd('\r')).Append('\n');
    }

    private string WordsOf(Bubble bubble)
    {
        var words = bubble.Text ?? "";
        return bubble.From == "follower" && IsCode(words) ? Code : words;
    }

    private bool IsCode(string words) =>
        words.Length >= 4 && words.All(char.IsAsciiDigit) && tray.All.Any(sms => sms.Text.Contains(words, StringComparison.Ordinal));
}
