using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox.Quotas;

/// <summary>How many custom messages a follower's last contact allows, and until when.</summary>
internal sealed class CustomQuota(FollowerBook book, SandboxClock clock, SandboxOptions options)
{
    public const int OutsideWindow = 45015;
    public const int CountUsedUp = 45047;

    private const uint MessageWindow = 48 * 3600;
    private const uint TapWindow = 60;

    /// <summary>The follower wrote.</summary>
    public void OpenByMessage(int follower) => book.Change(follower, (ref FollowerRow row) =>
    {
        row.LastContactAt = Now;
        row.MessageWindowEnds = Now + MessageWindow;
        row.MessagesLeft = (byte)options.Limits.CustomAfterMessage;
        row.TypingUntil = 0;
    });

    /// <summary>The follower tapped the menu or a choice, scanned, or began to follow.</summary>
    public void OpenByTap(int follower) => book.Change(follower, (ref FollowerRow row) =>
    {
        row.LastContactAt = Now;
        row.TapWindowEnds = Now + TapWindow;
        row.TapsLeft = (byte)options.Limits.CustomAfterTap;
    });

    /// <summary>Takes one message from the window that closes first; 0, or the errcode that forbids it.</summary>
    public int Spend(int follower)
    {
        var errcode = 0;
        book.Change(follower, (ref FollowerRow row) =>
        {
            var (messages, taps) = Left(row);
            if (taps > 0) row.TapsLeft--;
            else if (messages > 0) row.MessagesLeft--;
            else errcode = HasOpenWindow(row) ? CountUsedUp : OutsideWindow;
            if (errcode == 0) row.TypingUntil = 0;
        });
        return errcode;
    }

    public (int Messages, int Taps) LeftFor(int follower) => Left(book[follower]);

    public bool HadContactWithin(int follower, uint seconds) => book[follower] is var row
        && row.Follows && row.LastContactAt > 0 && Now < row.LastContactAt + seconds;

    private uint Now => (uint)clock.UnixSeconds();

    private (int Messages, int Taps) Left(FollowerRow row) => (
        row.Follows && Now < row.MessageWindowEnds ? row.MessagesLeft : 0,
        row.Follows && Now < row.TapWindowEnds ? row.TapsLeft : 0);

    private bool HasOpenWindow(FollowerRow row) =>
        row.Follows && (Now < row.MessageWindowEnds || Now < row.TapWindowEnds);
}
