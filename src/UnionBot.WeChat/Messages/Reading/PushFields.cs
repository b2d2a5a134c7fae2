using System.Globalization;

namespace UnionBot.WeChat.Messages.Reading;

/// <summary>The fields of a push, whether they came as XML or JSON; a field is looked up in any letter case.</summary>
internal sealed class PushFields(string name, string text = "")
{
    private static readonly PushFields Missing = new("");

    private List<PushFields>? _children;

    public string Name => name;

    public string Value => text;

    public IReadOnlyList<PushFields> Children => _children ?? (IReadOnlyList<PushFields>)[];

    public void Add(PushFields child) => (_children ??= new List<PushFields>(8)).Add(child);

    /// <summary>The first child of that name, or one without content.</summary>
    public PushFields Child(string childName)
    {
        if (_children is null) return Missing;

        foreach (var child in _children)
        {
            if (child.Name.Equals(childName, StringComparison.OrdinalIgnoreCase)) return child;
        }

        return Missing;
    }

    /// <summary>All children of that name: repeated elements in XML, one object or an array in JSON.</summary>
    public IEnumerable<PushFields> All(string childName) =>
        Children.Where(child => child.Name.Equals(childName, StringComparison.OrdinalIgnoreCase));

    public string Text(string childName) => Child(childName).Value;

    public string? TextOrNull(string childName) => Text(childName) is { Length: > 0 } value ? value : null;

    public int? Number(string childName) =>
        int.TryParse(Text(childName).AsSpan().Trim(), CultureInfo.InvariantCulture, out var number) ? number : null;

    public long? LongNumber(string childName) =>
        long.TryParse(Text(childName).AsSpan().Trim(), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A finite number, or null.</summary>
    public double? Degrees(string childName) =>
        double.TryParse(Text(childName), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;

    /// <summary>Unix seconds as a moment; null when absent or outside the calendar.</summary>
    public DateTimeOffset? Moment(string childName) =>
        LongNumber(childName) is >= 0 and <= 253_402_300_799 and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    public bool Flag(string childName) => Text(childName) is "1" or "true";
}
