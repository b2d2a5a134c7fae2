using System.Globalization;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Sms;

/// <summary>The latest short messages of all phones.</summary>
internal sealed class SmsTray
{
    private const int Kept = 200;

    private readonly FollowerDirectory _followers;
    private readonly TalkLog _log;
    private readonly SandboxClock _clock;
    private readonly BubbleFeed _feed;
    private readonly Table<SmsMessage> _messages;

    public SmsTray(FollowerDirectory followers, TalkLog log, SandboxClock clock, BubbleFeed feed, Journal journal)
    {
        (_followers, _log, _clock, _feed) = (followers, log, clock, feed);
        _messages = journal.Open<SmsMessage>("sms");
        foreach (var (_, message) in _messages.All()) log.SkipTo(message.Seq);
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SmsMessage> All =>
        [.. _messages.All().Select(row => row.Value).OrderByDescending(sms => sms.Seq)];

    public SmsMessage Receive(string phone, string text)
    {
        var message = new SmsMessage(
            _log.TakeSeq(), _clock.InChina(), phone, text, [.. _followers.WithPhone(phone).Select(_followers.OpenId)]);
        _messages.Put(Key(message), message);
        foreach (var old in All.Skip(Kept)) _messages.Remove(Key(old));
        _feed.Announce("sms");
        return message;
    }

    private static string Key(SmsMessage message) => message.Seq.ToString(CultureInfo.InvariantCulture);
}
