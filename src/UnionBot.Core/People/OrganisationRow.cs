namespace UnionBot.Core.People;

/// <summary>One union body as a file names it.</summary>
/// <param name="Number">The row in the file.</param>
/// <param name="Parent">A code, a name, or names from above; null for the top of the tree.</param>
internal sealed record OrganisationRow(
    int Number, string Name, string? Parent, OrganisationLevel Level, string RegionCode, UnionCode? Code);
