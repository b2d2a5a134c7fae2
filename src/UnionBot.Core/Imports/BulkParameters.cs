using Npgsql;

namespace UnionBot.Core.Imports;

/// <summary>Positional parameters, an array each, for statements over <c>unnest($1, $2, …)</c>.</summary>
internal static class BulkParameters
{
    public static void Add<T>(this NpgsqlCommand command, T value) =>
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
}
