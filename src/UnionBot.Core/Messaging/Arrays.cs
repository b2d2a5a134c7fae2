using Npgsql;
using NpgsqlTypes;

namespace UnionBot.Core.Messaging;

/// <summary>Makes of one value a row the array parameter of an <c>unnest</c>.</summary>
internal static class Arrays
{
    public static NpgsqlParameter Of<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value, NpgsqlDbType type)
    {
        var values = new TValue[rows.Count];
        for (var n = 0; n < values.Length; n++) values[n] = value(rows[n]);
        return new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
