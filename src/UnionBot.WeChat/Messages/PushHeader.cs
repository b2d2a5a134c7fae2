namespace UnionBot.WeChat.Messages;

/// <summary>What every push carries.</summary>
/// <param name="ToUser">The account's gh_ id.</param>
/// <param name="FromUser">The sender's openid.</param>
/// <param name="CreatedAt">By the platform's clock, in whole seconds.</param>
/// <param name="MsgId">The id of a message, or of the send an event reports on (MsgID); "" when absent.</param>
/// <param name="EventName">The event in lower case, since the platform writes it in both; "" in messages.</param>
/// <param name="EventKey">As received; "" when absent.</param>
public sealed record PushHeader(
    string ToUser,
    string FromUser,
    DateTimeOffset CreatedAt,
    string MsgId = "",
    string EventName = "",
    string EventKey = "")
{
    /// <summary>Nothing of it: it names a person.</summary>
    public override string ToString() => nameof(PushHeader);
}
