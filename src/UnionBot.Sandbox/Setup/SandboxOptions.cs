namespace UnionBot.Sandbox.Setup;

/// <summary>How this stand-in platform is set up; section <c>Sandbox</c> of the configuration.</summary>
internal sealed record SandboxOptions
{
    /// <summary>Where followers, talks and media are kept.</summary>
    public string Data { get; init; } = "";

    /// <summary>The bot's callback, as an operator would enter it in the platform's back office.</summary>
    public string Callback { get; init; } = "";

    public string AppId { get; init; } = "";

    public string AppSecret { get; init; } = "";

    /// <summary>Signs pushes; 3 to 32 letters or digits.</summary>
    public string Token { get; init; } = "";

    /// <summary>43 letters or digits; not needed in plain mode.</summary>
    public string EncodingAesKey { get; init; } = "";

    /// <summary>The account's own id, <c>gh_…</c>: ToUserName of every push.</summary>
    public string OriginalId { get; init; } = "";

    /// <summary>Shown at the top of the phone page.</summary>
    public string AccountName { get; init; } = "工会服务号";

    /// <summary>safe, compatible or plain.</summary>
    public string Mode { get; init; } = "safe";

    /// <summary>xml or json.</summary>
    public string Format { get; init; } = "xml";

    /// <summary>How long the platform waits for an answer to one try.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public SandboxLimits Limits { get; init; } = new();
}
