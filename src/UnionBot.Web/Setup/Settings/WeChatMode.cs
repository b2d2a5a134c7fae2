namespace UnionBot.Web.Setup.Settings;

/// <summary>How the platform is set to send messages (消息加解密方式).</summary>
internal enum WeChatMode
{
    /// <summary>安全模式: encrypted only; anything else is refused.</summary>
    Safe,

    /// <summary>兼容模式: both at once, for the time of a change.</summary>
    Compatible,

    /// <summary>明文模式: signed, but readable.</summary>
    Plain,
}
