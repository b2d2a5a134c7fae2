namespace UnionBot.WeChat.Crypto;

/// <summary>How the account's back office is set to send pushes (消息加解密方式).</summary>
public enum WeChatMode
{
    /// <summary>安全模式: only encrypted pushes are accepted.</summary>
    Safe,

    /// <summary>兼容模式: encrypted when the query says so, else plain with a checked signature.</summary>
    Compatible,

    /// <summary>明文模式: plain with a checked signature; an encrypted push is still read if a key is configured.</summary>
    Plain,
}
