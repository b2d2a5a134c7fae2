namespace UnionBot.Web.Setup.Settings;

/// <summary>All settings, checked.</summary>
internal sealed class BotSettings
{
    private readonly Dictionary<Type, object> _records;

    private BotSettings(Dictionary<Type, object> records) => _records = records;

    public IEnumerable<KeyValuePair<Type, object>> Records => _records;

    /// <inheritdoc cref="SettingsFiles.Load"/>
    /// <exception cref="SetupException">Lists every wrong setting: its name, its value and what is allowed.</exception>
    public static BotSettings Load(string? file, IEnumerable<KeyValuePair<string, string?>>? overrides = null)
    {
        var configuration = SettingsFiles.Load(file, overrides ?? []);
        var reader = new SettingsReader(configuration);
        reader.RefuseUnknownSections(SettingsFiles.SectionsIn(configuration));
        var settings = new BotSettings(SettingsCatalog.All.ToDictionary(entry => entry.Type, entry => entry.Read(reader)));

        string[] faults = [.. reader.Faults, .. settings.Contradictions()];
        return faults.Length == 0 ? settings : throw new SetupException(string.Join(Environment.NewLine, faults));
    }

    public T Get<T>() where T : class, ISettings => (T)_records[typeof(T)];

    private IEnumerable<string> Contradictions()
    {
        var weChat = Get<WeChatOptions>();
        if (!Get<DemoOptions>().Enabled && !IsPlatformOrLoopback(weChat.ApiBaseUrl))
        {
            yield return $"WeChat:ApiBaseUrl = \"{weChat.ApiBaseUrl}\": must be {WeChatOptions.Platform} " +
                "or an address of this machine, unless Demo:Enabled is true.";
        }

        if (!Get<DatabaseOptions>().IsPrivate && Get<EncryptionOptions>().AreMissing)
        {
            yield return "Encryption:Keys = (empty): must be set together with Encryption:LookupKey when " +
                "ConnectionStrings:UnionBot is; keys are made only for a private server.";
        }
    }

    private static bool IsPlatformOrLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.IsLoopback || uri.GetLeftPart(UriPartial.Authority) == WeChatOptions.Platform);
}
