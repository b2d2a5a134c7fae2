namespace UnionBot.Web.Setup.Settings;

/// <summary>All sections that are ours. A new concern adds its record here and to <c>appsettings.example.json</c>.</summary>
internal static class SettingsCatalog
{
    public static IReadOnlyList<SettingsEntry> All { get; } =
    [
        Entry<SiteOptions>(),
        Entry<ManagementOptions>(),
        Entry<DatabaseOptions>(),
        Entry<DataOptions>(),
        Entry<EncryptionOptions>(),
        Entry<SecretsOptions>(),
        Entry<WeChatOptions>(),
        Entry<SendingOptions>(),
        Entry<QuietOptions>(),
        Entry<BroadcastOptions>(),
        Entry<LegalAidOptions>(),
        Entry<WorkingHoursOptions>(),
        Entry<PhotoOptions>(),
        Entry<AlarmOptions>(),
        Entry<SmsOptions>(),
        Entry<JobsOptions>(),
        Entry<ConsoleOptions>(),
        Entry<DemoOptions>(),
        Entry<TelemetryOptions>(),
    ];

    private static SettingsEntry Entry<T>() where T : class, ISettings, new() =>
        new(typeof(T), T.Section, reader => reader.Read<T>());
}
