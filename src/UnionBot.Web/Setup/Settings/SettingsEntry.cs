namespace UnionBot.Web.Setup.Settings;

/// <summary>One section of ours, its record, and how the record is read.</summary>
internal sealed record SettingsEntry(Type Type, string Section, Func<SettingsReader, object> Read);
