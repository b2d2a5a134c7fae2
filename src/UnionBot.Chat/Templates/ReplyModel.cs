using System.Collections;
using System.Reflection;

namespace UnionBot.Chat.Templates;

/// <summary>
/// What a template may see. Handlebars reads every public property it can reach, and from a <see cref="System.Type"/> or a
/// stream it could reach the machine: so a reply holds texts, numbers, days, and records and lists of these, nothing else.
/// </summary>
internal static class ReplyModel
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(double),
        typeof(DateOnly), typeof(TimeOnly), typeof(DateTimeOffset), typeof(TimeSpan),
    ];

    /// <summary>The facts that a type carries.</summary>
    public static IReadOnlyList<PropertyInfo> Facts(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    /// <returns>The path of the first property that a template must not see; null when all is well.</returns>
    public static string? Unsafe(Type type) => Unsafe(type, type.Name, []);

    private static string? Unsafe(Type type, string path, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.Contains(type) || type.IsEnum || !seen.Add(type)) return null;
        if (ElementOf(type) is { } element) return Unsafe(element, path + "[]", seen);

        // Only our own records: everything else may lead anywhere.
        if (type.Namespace?.StartsWith("UnionBot.", StringComparison.Ordinal) != true) return path;

        foreach (var fact in Facts(type))
        {
            if (Unsafe(fact.PropertyType, $"{path}.{fact.Name}", seen) is { } found) return found;
        }

        return null;
    }

    private static Type? ElementOf(Type type)
    {
        if (type.IsArray) return type.GetElementType();
        if (!type.IsGenericType || !type.IsAssignableTo(typeof(IEnumerable))) return null;
        return type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
    }
}
