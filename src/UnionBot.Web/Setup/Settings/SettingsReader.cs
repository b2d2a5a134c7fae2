using System.ComponentModel;
using System.Reflection;

namespace UnionBot.Web.Setup.Settings;

/// <summary>Fills option records, and collects everything that is wrong instead of stopping at the first.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public T Read<T>() where T : class, ISettings, new()
    {
        var section = T.Section.Length == 0 ? configuration : configuration.GetSection(T.Section);
        var properties = Properties(typeof(T));
        if (T.Section.Length > 0) RefuseUnknown(T.Section, section, properties);

        var record = new T();
        foreach (var property in properties) Fill(record, T.Section, property, section);
        foreach (var problem in record.Problems())
        {
            var property = typeof(T).GetProperty(problem.Property)!;
            Report(Name(T.Section, property), property, property.GetValue(record)?.ToString(), problem.Allowed);
        }

        return record;
    }

    /// <summary>Whoever misspells a section would else believe that it is in force.</summary>
    /// <param name="names">What stands at the top of the settings file and the file of secrets.</param>
    public void RefuseUnknownSections(IEnumerable<string> names)
    {
        string[] known =
        [
            .. SettingsCatalog.All.SelectMany(entry => entry.Section.Length == 0
                ? Properties(entry.Type).Select(p => p.Name)
                : [entry.Section.Split(ConfigurationPath.KeyDelimiter)[0]]).Distinct(),
        ];
        foreach (var name in names.Except(known, StringComparer.OrdinalIgnoreCase)) RefuseUnknown(name, name, "There are", known);
    }

    /// <summary>The properties that are settings: those that can be set.</summary>
    public static IReadOnlyList<PropertyInfo> Properties(Type record) =>
        [.. record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)];

    public static string Name(string section, PropertyInfo property) =>
        section.Length == 0 ? property.Name : ConfigurationPath.Combine(section, property.Name);

    public static bool IsSecret(PropertyInfo property) => property.IsDefined(typeof(SecretAttribute));

    private void RefuseUnknown(string name, IConfiguration section, IReadOnlyList<PropertyInfo> properties)
    {
        foreach (var child in section.GetChildren())
        {
            if (properties.Any(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))) continue;

            RefuseUnknown($"{name}:{child.Key}", child.Key, $"In {name} there are", [.. properties.Select(p => p.Name)]);
        }
    }

    private void RefuseUnknown(string name, string key, string where, IReadOnlyList<string> known)
    {
        var meant = NearestName.Of(key, known) is { } nearest ? $" Did you mean {nearest}?" : "";
        _faults.Add($"{name} is not a setting.{meant} {where} {string.Join(", ", known)}.");
    }

    private void Fill(object record, string section, PropertyInfo property, IConfiguration source)
    {
        if (Value(source.GetSection(property.Name)) is not { } text) return;
        if (property.PropertyType == typeof(string))
        {
            property.SetValue(record, text);
            return;
        }

        if (text.Length == 0) return;
        if (TryConvert(text, property.PropertyType) is { } value) property.SetValue(record, value);
        else Report(Name(section, property), property, text, Allowed(property.PropertyType));
    }

    /// <summary>A list is the same as its entries with commas between them.</summary>
    private static string? Value(IConfigurationSection setting) =>
        setting.Value ?? (setting.GetChildren().ToList() is { Count: > 0 } entries
            ? string.Join(',', entries.Select(entry => entry.Value))
            : null);

    private static object? TryConvert(string text, Type type)
    {
        // A converter would take any number for an enumeration.
        if (type.IsEnum) return Enum.GetNames(type).FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse(type, name)
            : null;

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Allowed(Type type) =>
        type.IsEnum ? string.Join(" | ", Enum.GetNames(type).Select(name => name.ToLowerInvariant())) :
        type == typeof(bool) ? "true or false" :
        type == typeof(TimeSpan) ? "a time such as 00:00:30" :
        "a number";

    private void Report(string name, PropertyInfo property, string? value, string allowed)
    {
        var shown = IsSecret(property)
            ? value is { Length: > 0 } ? $"(secret of {value.Length} characters)" : "(empty)"
            : $"\"{value}\"";
        _faults.Add($"{name} = {shown}: must be {allowed}.");
    }
}
