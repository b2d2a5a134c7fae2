namespace UnionBot.Core.Messaging;

/// <summary>By which of the platform's ways a message goes; each has a limit of its own. Stored as a number, so never reordered.</summary>
public enum SendRoute : short
{
    /// <summary>客服消息: a few, within a window that the person's last contact opened.</summary>
    Custom = 1,

    /// <summary>模板消息: only what the person's own act called for.</summary>
    Template = 2,

    /// <summary>订阅通知: one for each yes of the person.</summary>
    Notice = 3,

    /// <summary>群发: one content to a list of people; four a month to each of them.</summary>
    Mass = 4,

    /// <summary>群发预览: articles as people will get them, shown to one member of staff; a few a day.</summary>
    Preview = 5,
}
