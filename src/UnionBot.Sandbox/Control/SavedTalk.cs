using System.Globalization;
using System.Text;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Control;

/// <summary>Writes a talk as a text file that a test can hold again; the format is described in this project's README.</summary>
internal sealed class SavedTalk(Talks talks, FollowerDirectory followers, SandboxClock clock, SavedWords words)
{
    private const string Said = "工人: ";
    private const string Answered = "答:";

    /// <summary>What the account sends by itself, behind its answer, is waited for.</summary>
    private const string Waits = Said + "[等]";

    public byte[] Write(int follower)
    {
        List<string> lines =
            [string.Create(CultureInfo.InvariantCulture, $"# {followers.NameOf(follower)}, {clock.InChina():yyyy-MM-dd HH:mm}")];
        var isAnswered = true;
        foreach (var bubble in talks.Read(follower))
        {
            if (bubble.From == "account")
            {
                if (isAnswered) lines.Add(Waits);
                lines.AddRange(SavedWords.Heard(bubble).Select(line => line.Length > 0 ? $"{Answered} {line}" : Answered));
            }
            else lines.Add(words.Done(bubble) is { } done ? Said + done : $"# {bubble.Text}");

            isAnswered = bubble.From == "account" || (isAnswered && words.Done(bubble) is null);
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }
}
