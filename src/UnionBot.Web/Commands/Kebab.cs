using System.Text.Json;

namespace UnionBot.Web.Commands;

/// <summary>Names of states as programs read them: <c>month-is-full</c>.</summary>
internal static class Kebab
{
    /// <returns>Null for null.</returns>
    public static string? Of<T>(T? value) where T : struct, Enum => value is { } known ? Of(known) : null;

    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
