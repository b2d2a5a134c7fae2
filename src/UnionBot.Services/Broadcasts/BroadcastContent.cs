namespace UnionBot.Services.Broadcasts;

/// <summary>What is said, to whom, by which way and when.</summary>
/// <param name="Title">For staff alone.</param>
/// <param name="Text">Of articles: what people see of them before they open one.</param>
/// <param name="NotBefore">UTC.</param>
/// <param name="NotAfter">UTC.</param>
public sealed record BroadcastContent(
    string Title,
    BroadcastRoute Route,
    BroadcastPurpose Purpose,
    string Text,
    Audience Audience,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter)
{
    public const int LongestTitle = 60;
    public const int LongestText = 600;
    public const int LongestReason = 200;
    public const int LongestCase = 64;

    /// <summary>The articles that are sent in place of a text; null where a text is.</summary>
    public BroadcastDraft? Draft { get; init; }

    /// <summary>Whether it is the same for the people who get it, whatever staff call it.</summary>
    public bool IsSaidAs(BroadcastContent other) =>
        this with { Title = "", Audience = Audience.Everybody } == other with { Title = "", Audience = Audience.Everybody }
        && Audience.IsSameAs(other.Audience);
}

/// <summary>Articles in the account's draft box (草稿箱), as they were when they were chosen.</summary>
/// <param name="Digest">Differs after every change of one of them.</param>
public sealed record BroadcastDraft(string MediaId, string Digest)
{
    public const int LongestId = 128;
    public const int LongestDigest = 64;
}

/// <summary>By which way a broadcast goes. Stored as number: never changed.</summary>
public enum BroadcastRoute : short
{
    /// <summary>群发: one text by lists of people or by a tag; each person gets four a month.</summary>
    Mass = 0,

    /// <summary>订阅通知: to those who said yes to one.</summary>
    Notice = 1,

    /// <summary>模板消息: only what the person's own act called for.</summary>
    Template = 2,

    /// <summary>客服消息: to those who wrote within two days.</summary>
    Custom = 3,
}

/// <summary>What a broadcast is for. Stored as number: never changed.</summary>
public enum BroadcastPurpose : short
{
    /// <summary>宣传、活动: nobody asked for it.</summary>
    Campaign = 0,

    /// <summary>服务: about something of their own that the people are waiting for.</summary>
    Service = 1,

    /// <summary>警示: a danger, of which people are told at any hour.</summary>
    Warning = 2,
}
