using System.Globalization;

namespace UnionBot.WeChat.Messages;

/// <summary>A message or an event that the platform delivered.</summary>
public abstract record Push(PushHeader Header)
{
    public string ToUser => Header.ToUser;

    public string FromUser => Header.FromUser;

    public DateTimeOffset CreatedAt => Header.CreatedAt;

    /// <summary>Equal for the platform's repeated deliveries of one push, different for any two pushes.</summary>
    public abstract string DedupeKey { get; }

    /// <summary>The kind only: what people write must not get into a log by way of a format string.</summary>
    public sealed override string ToString() => GetType().Name;

    // MsgId alone is not unique: the same id has been seen for different people.
    private protected string MessageKey => string.Create(
        CultureInfo.InvariantCulture, $"{Header.MsgId}|{FromUser}|{CreatedAt.ToUnixTimeSeconds()}");

    // Two events of one person in one second exist, hence more than the sender and the second that the platform names.
    private protected string EventIdentity => string.Create(
        CultureInfo.InvariantCulture,
        $"{FromUser}|{CreatedAt.ToUnixTimeSeconds()}|{Header.EventName}|{Header.EventKey}|{Header.MsgId}");
}

/// <summary>Something a person sent.</summary>
public abstract record MessagePush(PushHeader Header) : Push(Header)
{
    public string MsgId => Header.MsgId;

    public sealed override string DedupeKey => MessageKey;
}

/// <summary>Something that happened.</summary>
public abstract record EventPush(PushHeader Header) : Push(Header)
{
    public string EventKey => Header.EventKey;

    public sealed override string DedupeKey => EventIdentity;
}
