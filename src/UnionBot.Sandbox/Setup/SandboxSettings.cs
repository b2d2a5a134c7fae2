namespace UnionBot.Sandbox.Setup;

/// <summary>Reads the options from command line, environment and files, and refuses what cannot work.</summary>
internal static class SandboxSettings
{
    /// <summary>Short forms on the command line.</summary>
    public static readonly IDictionary<string, string> Switches = new Dictionary<string, string>
    {
        ["--data"] = "Sandbox:Data",
        ["--callback"] = "Sandbox:Callback",
        ["--app-id"] = "Sandbox:AppId",
        ["--app-secret"] = "Sandbox:AppSecret",
        ["--token"] = "Sandbox:Token",
        ["--encoding-aes-key"] = "Sandbox:EncodingAesKey",
        ["--original-id"] = "Sandbox:OriginalId",
        ["--account-name"] = "Sandbox:AccountName",
        ["--mode"] = "Sandbox:Mode",
        ["--format"] = "Sandbox:Format",
    };

    /// <exception cref="SettingsException">A setting is missing, unknown or of the wrong form.</exception>
    public static SandboxOptions Read(IConfiguration configuration)
    {
        var options = Bind(configuration.GetSection("Sandbox"));

        Require(options.Data.Length > 0, "Sandbox:Data", "a folder for the sandbox's state (--data DIR)");
        Require(options.AppId.Length > 0, "Sandbox:AppId", "the account's app id, wx… (--app-id)");
        Require(options.AppSecret.Length > 0, "Sandbox:AppSecret", "the account's secret (Sandbox__AppSecret)");
        Require(options.OriginalId.Length > 0, "Sandbox:OriginalId", "the account's id, gh_… (--original-id)");
        Require(IsToken(options.Token), "Sandbox:Token", "3 to 32 letters or digits (Sandbox__Token)");
        Require(options.Mode is "safe" or "compatible" or "plain", "Sandbox:Mode", "safe, compatible or plain");
        Require(options.Format is "xml" or "json", "Sandbox:Format", "xml or json");
        Require(
            options.Mode == "plain" || IsAesKey(options.EncodingAesKey),
            "Sandbox:EncodingAesKey",
            "43 letters or digits (Sandbox__EncodingAesKey)");
        Require(
            IsHttp(options.Callback),
            "Sandbox:Callback",
            "the bot's address, http://127.0.0.1:PORT/wechat (--callback)");
        return options;
    }

    private static SandboxOptions Bind(IConfigurationSection section)
    {
        try
        {
            return section.Get<SandboxOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new();
        }
        catch (InvalidOperationException problem)
        {
            throw new SettingsException($"Section Sandbox: {problem.InnerException?.Message ?? problem.Message}");
        }
    }

    private static void Require(bool right, string name, string allowed)
    {
        if (!right) throw new SettingsException($"Setting {name} is missing or wrong; it must be {allowed}.");
    }

    private static bool IsToken(string token) => token.Length is >= 3 and <= 32 && token.All(char.IsAsciiLetterOrDigit);

    private static bool IsAesKey(string key) => key.Length == 43 && key.All(char.IsAsciiLetterOrDigit);

    private static bool IsHttp(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
