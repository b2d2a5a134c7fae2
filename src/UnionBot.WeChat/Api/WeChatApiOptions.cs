namespace UnionBot.WeChat.Api;

/// <summary>Where the platform's API is and who calls it; not a record, so that nothing prints the secret.</summary>
public sealed class WeChatApiOptions
{
    public static readonly Uri PlatformAddress = new("https://api.weixin.qq.com");

    /// <param name="baseAddress">Default: the platform.</param>
    /// <exception cref="ArgumentException">A value is missing; the message names it.</exception>
    public WeChatApiOptions(string appId, string appSecret, Uri? baseAddress = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);
        ArgumentException.ThrowIfNullOrWhiteSpace(appSecret);
        (AppId, AppSecret, BaseAddress) = (appId, appSecret, baseAddress ?? PlatformAddress);
    }

    public string AppId { get; }

    public Uri BaseAddress { get; }

    /// <summary>After this a call counts as unanswered; uploads and downloads get ten times as long. Default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    internal string AppSecret { get; }
}
