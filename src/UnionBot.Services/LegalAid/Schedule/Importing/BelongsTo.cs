using UnionBot.Core.Imports;

namespace UnionBot.Services.LegalAid.Schedule.Importing;

/// <summary>To which union a row says that a lawyer or a site belongs.</summary>
/// <param name="Organisation">Null for the top of the tree.</param>
internal sealed record BelongsTo(long? Organisation)
{
    /// <returns>Null when the list has no such column, and says nothing of it.</returns>
    public static BelongsTo? Of(ImportRow row, ImportColumn<long> column) =>
        row.Knows(column) ? new BelongsTo(row.Has(column) ? row.Get(column) : null) : null;
}
