namespace UnionBot.Web.Setup.Settings;

/// <summary>The official account (公众号), as its back office shows it under 基本配置.</summary>
internal sealed record WeChatOptions : ISettings
{
    public const string Platform = "https://api.weixin.qq.com";

    private const int AesKeyCharacters = 43;
    private const string TokenAllowed = "3 to 32 letters and digits";
    private const string AesKeyAllowed = "43 letters and digits";

    /// <summary>Half of the least lease that makes sense: what is called must be known before somebody else takes it over.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    public static string Section => "WeChat";

    /// <summary>Empty when there is no account; then the bot is reached on <c>/chat</c> only.</summary>
    public string AppId { get; init; } = "";

    [Secret]
    public string AppSecret { get; init; } = "";

    [Secret]
    public string Token { get; init; } = "";

    [Secret]
    public string EncodingAESKey { get; init; } = "";

    /// <summary>Still accepted while the account changes over to <see cref="Token"/>; empty otherwise.</summary>
    [Secret]
    public string PreviousToken { get; init; } = "";

    /// <summary>Still accepted while the account changes over to <see cref="EncodingAESKey"/>; empty otherwise.</summary>
    [Secret]
    public string PreviousEncodingAESKey { get; init; } = "";

    public WeChatMode Mode { get; init; } = WeChatMode.Safe;

    public string ApiBaseUrl { get; init; } = Platform;

    /// <summary>How long a connection to the platform may take to open; then the call never left, and is made again.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the platform may take to answer a call, the connection included; then the answer is lost.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The account's gh_… name, which every message must carry; empty = not checked.</summary>
    public string OriginalId { get; init; } = "";

    public bool HasAccount => AppId.Length > 0;

    /// <summary>Whether a stand-in plays the platform, whose movable clock business time then follows.</summary>
    public bool HasStandIn(DemoOptions demo) => demo.Enabled && HasAccount && ApiBaseUrl != Platform;

    public IEnumerable<Problem> Problems()
    {
        if (!Uri.TryCreate(ApiBaseUrl, UriKind.Absolute, out var api) || api.Scheme is not ("https" or "http"))
        {
            yield return new(nameof(ApiBaseUrl), "an absolute http(s) address");
        }

        if (ConnectTimeout <= TimeSpan.Zero) yield return new(nameof(ConnectTimeout), "longer than nothing");
        if (AnswerTimeout <= ConnectTimeout || AnswerTimeout > LongestAnswer)
            yield return new(nameof(AnswerTimeout), "longer than ConnectTimeout, at most 00:00:30");
        if (!IsTokenOrEmpty(Token)) yield return new(nameof(Token), TokenAllowed);
        if (!IsTokenOrEmpty(PreviousToken)) yield return new(nameof(PreviousToken), TokenAllowed);
        if (!IsAesKeyOrEmpty(EncodingAESKey)) yield return new(nameof(EncodingAESKey), AesKeyAllowed);
        if (!IsAesKeyOrEmpty(PreviousEncodingAESKey)) yield return new(nameof(PreviousEncodingAESKey), AesKeyAllowed);

        foreach (var missing in Missing()) yield return new(missing, "set, as the account's other settings are");
    }

    private IEnumerable<string> Missing()
    {
        if (!HasAccount)
        {
            if (AppSecret.Length + Token.Length + EncodingAESKey.Length > 0) yield return nameof(AppId);
            yield break;
        }

        if (AppSecret.Length == 0) yield return nameof(AppSecret);
        if (Token.Length == 0) yield return nameof(Token);
        if (EncodingAESKey.Length == 0 && Mode != WeChatMode.Plain) yield return nameof(EncodingAESKey);
    }

    private static bool IsTokenOrEmpty(string token) =>
        token.Length == 0 || (token.Length is >= 3 and <= 32 && token.All(char.IsAsciiLetterOrDigit));

    private static bool IsAesKeyOrEmpty(string key) =>
        key.Length == 0 || (key.Length == AesKeyCharacters && key.All(char.IsAsciiLetterOrDigit));
}
