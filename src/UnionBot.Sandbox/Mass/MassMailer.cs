using System.Globalization;
using UnionBot.Sandbox.Actions;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.Setup;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Mass;

/// <summary>
/// Delivers one letter to many: leaves out who has had enough this month, counts, and reports by an event.
/// </summary>
internal sealed class MassMailer(
    FollowerBook book,
    MassLetters letters,
    TalkLog log,
    ResultEvents events,
    BubbleFeed feed,
    SandboxClock clock,
    SandboxOptions options)
{
    /// <summary>The platform reports mass sends under the name of its own assistant.</summary>
    private const string Reporter = "mphelper";

    /// <param name="wanted">Whom the letter is for; those who do not follow, or are blacklisted, are not
    /// counted.</param>
    public void Deliver(MassJob job, BubbleDraft draft, Func<int, FollowerRow, bool> wanted)
    {
        var now = clock.InChina();
        var month = (ushort)((now.Year * 12) + now.Month);
        var receivers = new byte[(book.Count + 7) / 8];
        var (total, filtered, sent, failed) = (0, 0, 0, 0);

        book.ChangeAll((follower, row) =>
        {
            if (!row.Follows || row.IsBlacklisted || !wanted(follower, row)) return null;
            total++;
            var had = row.MassMonth == month ? row.MassCount : 0;
            if (had >= options.Limits.MassPerMonth) return null;
            filtered++;
            if (row.RefusesMessages)
            {
                failed++;
                return null;
            }

            sent++;
            receivers[follower / 8] |= (byte)(1 << (follower % 8));
            (row.MassMonth, row.MassCount) = (month, (byte)(had + 1));
            return row;
        });

        var content = draft.Content is null ? (System.Text.Json.JsonElement?)null : Json.Element(draft.Content);
        letters.Add(new Bubble(log.TakeSeq(), now, draft.From, draft.Via, draft.Kind, draft.Text, content), receivers);
        feed.Announce("mass");
        events.Push(Reporter, "MASSSENDJOBFINISH", new PushFields
        {
            { "MsgID", job.MessageId.ToString(CultureInfo.InvariantCulture) },
            { "Status", "send success" },
            { "TotalCount", total },
            { "FilterCount", filtered },
            { "SentCount", sent },
            { "ErrorCount", failed },
        });
    }
}
