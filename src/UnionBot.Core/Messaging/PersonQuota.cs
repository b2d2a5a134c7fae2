using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>What a person's last contacts and consents allow us to send them, and what is used up of it.</summary>
public sealed class PersonQuota(ContactWindow message, ContactWindow tap)
{
    private readonly Dictionary<string, int> _consents = [];

    public bool IsUnfollowed { get; init; }

    /// <summary>Whether the platform knew nobody by their address when something was sent last, and they have not come since.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Open since the person last wrote.</summary>
    public ContactWindow Message { get; } = message;

    /// <summary>Open since the person last tapped, scanned or began to follow.</summary>
    public ContactWindow Tap { get; } = tap;

    /// <summary>The day in China on which <see cref="Pushes"/> were sent; null before the first.</summary>
    public DateOnly? PushedOn { get; set; }

    /// <summary>What the person was sent unasked on that day, over all services.</summary>
    public int Pushes { get; set; }

    /// <summary>What the person was sent in lists (群发) today, which counts as well.</summary>
    public int Lists { get; set; }

    /// <summary>Of the last broadcast; null before the first. UTC.</summary>
    public DateTimeOffset? BroadcastAt { get; set; }

    /// <summary>What the person does not want to be told.</summary>
    public IReadOnlyCollection<MessageKind> OptedOut { get; init; } = [];

    /// <summary>Templates for subscription notices that were spent, each as often.</summary>
    public ICollection<string> SpentConsents { get; } = [];

    public void Consents(string templateId, int left) => _consents[templateId] = left;

    /// <summary>From when on the person has been sent little enough to be sent something unasked.</summary>
    public DateTimeOffset FreeForPushAt(MessageKind kind, DateTimeOffset now, SendTimes times)
    {
        var pushes = Lists + (PushedOn == UnionCalendar.DayOf(now) ? Pushes : 0);
        var day = pushes >= times.PushesPerDay ? ApiQuota.TomorrowAfter(now) : now;
        var week = kind is MessageKind.Broadcast && BroadcastAt is { } last ? last + times.BetweenBroadcasts : now;
        return day > week ? day : week;
    }

    public void CountPush(MessageKind kind, DateTimeOffset now)
    {
        var today = UnionCalendar.DayOf(now);
        (Pushes, PushedOn) = (PushedOn == today ? Pushes + 1 : 1, today);
        if (kind is MessageKind.Broadcast) BroadcastAt = now;
    }

    /// <summary>Takes one message from the window that closes first, as the platform does.</summary>
    /// <returns>The window; null when none has anything left.</returns>
    public ContactWindow? SpendCustom(DateTimeOffset now) =>
        Tap.TrySpend(now) ? Tap :
        Message.TrySpend(now) ? Message :
        null;

    public bool HasCustom(DateTimeOffset now) => Tap.LeftAt(now) > 0 || Message.LeftAt(now) > 0;

    public bool HasConsent(string templateId) => _consents.GetValueOrDefault(templateId) > 0;

    public void SpendConsent(string templateId)
    {
        _consents[templateId]--;
        SpentConsents.Add(templateId);
    }
}

/// <summary>A time after a contact in which a few custom messages are allowed.</summary>
/// <param name="openedAt">The platform's time of the contact; null when there was none. UTC.</param>
/// <param name="spent">Sent since.</param>
public sealed class ContactWindow(DateTimeOffset? openedAt, TimeSpan length, int allowed, int spent)
{
    public DateTimeOffset? OpenedAt => openedAt;

    /// <summary>Null when there was no contact. UTC.</summary>
    public DateTimeOffset? ClosesAt => openedAt + length;

    public int Spent { get; private set; } = spent;

    public int LeftAt(DateTimeOffset now) => openedAt is { } opened && now < opened + length ? Math.Max(0, allowed - Spent) : 0;

    public bool TrySpend(DateTimeOffset now)
    {
        if (LeftAt(now) == 0) return false;

        Spent++;
        return true;
    }
}
