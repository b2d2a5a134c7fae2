using System.Reflection;

namespace UnionBot.Core.Data;

/// <summary>
/// An encrypted column of the database. Declared once, as a static field beside the code that seals it, so that all of
/// them are found and sealed anew when the key changes.
/// </summary>
/// <param name="Table">As stored, such as <c>member</c>; part of what protects each value.</param>
/// <param name="Column">As stored. Renaming either makes the values sealed before unreadable.</param>
/// <param name="Row">
/// SQL over the table's other columns that gives what the code names the row by when it seals and opens, byte for byte:
/// <c>int8send(id)</c>.
/// </param>
public sealed record SealedColumn(string Table, string Column, string Row)
{
    private const int UsualPage = 500;

    /// <summary>How many rows are sealed anew at once; fewer where values are large.</summary>
    public int PageSize { get; init; } = UsualPage;

    public string Name => $"{Table}.{Column}";

    /// <summary>All that are declared, a table's together.</summary>
    public static IReadOnlyList<SealedColumn> AllIn(IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies.SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(SealedColumn))
            .Select(field => (SealedColumn)field.GetValue(null)!)
            .OrderBy(column => column.Name, StringComparer.Ordinal),
    ];
}
