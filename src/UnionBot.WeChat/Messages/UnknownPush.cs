namespace UnionBot.WeChat.Messages;

/// <summary>A kind that did not exist when this was written: acknowledge it and record its names.</summary>
/// <param name="Type">MsgType, letters, digits, <c>_</c> and <c>-</c> only.</param>
/// <param name="Event">Event in lower case, the same letters only; "" for messages.</param>
/// <param name="FieldNames">The names, not the values, of its fields.</param>
public sealed record UnknownPush(PushHeader Header, string Type, string Event, IReadOnlyList<string> FieldNames)
    : Push(Header)
{
    public override string DedupeKey => Event.Length == 0 && Header.MsgId.Length > 0 ? MessageKey : EventIdentity;
}

/// <summary>A known event that concerns abilities a union account does not use (cards, shops, Wi-Fi …): acknowledge it.</summary>
public sealed record IgnoredEvent(PushHeader Header) : EventPush(Header);
