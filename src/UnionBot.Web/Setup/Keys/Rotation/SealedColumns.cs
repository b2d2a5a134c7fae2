using UnionBot.Core.Data;
using UnionBot.Web.Setup.Database;

namespace UnionBot.Web.Setup.Keys.Rotation;

/// <summary>Every encrypted column there is.</summary>
internal static class SealedColumns
{
    public static IReadOnlyList<SealedColumn> All { get; } = SealedColumn.AllIn(DatabaseSchema.Model.Assemblies);
}
