using System.Globalization;
using System.Text;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Control;

/// <summary>
/// Writes a talk as a text file that a test can hold again; the format is described in this project's README.
/// </summary>
internal sealed class SavedTalk(Talks talks, FollowerDirectory followers)
{
    public byte[] Write(int follower)
    {
        var text = new StringBuilder();
        text.Append("# talk 1\n");
        text.Append(CultureInfo.InvariantCulture, $"# follower {followers.OpenId(follower)} {followers.NameOf(follower)}\n");
        foreach (var bubble in talks.Read(follower)) Write(text, bubble);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, Bubble bubble)
    {
        var at = bubble.At.ToOffset(SandboxClock.China);
        text.Append(CultureInfo.InvariantCulture, $"\n@ {at:yyyy-MM-dd'T'HH:mm:ss.fffzzz} {bubble.Via} {bubble.Kind}");
        if (bubble.Content is { } content) text.Append(CultureInfo.InvariantCulture, $" {content.GetRawText()}");
        text.Append('\n');

        var mark = bubble.From switch { "follower" => '>', "account" => '<', _ => '*' };
        foreach (var line in (bubble.Text ?? "").Split('\n'))
            text.Append(mark).Append(line.Length > 0 ? " " : "").Append(line.TrimEnd('\r')).Append('\n');
    }
}
