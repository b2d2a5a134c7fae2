namespace UnionBot.Core.Imports;

/// <summary>
/// What one kind of table is made of. <c>templates/imports/{Kind}.yaml</c> has the words for all of it, under the same
/// names in kebab case; whoever registers a table has its words read and checked at start.
/// </summary>
/// <param name="Columns">The columns that the import looks for.</param>
/// <param name="Meanings">The columns whose cells are words, each with the enumeration of what they mean.</param>
/// <param name="Problems">The enumeration of what can be wrong with such a table beside <see cref="ImportProblem"/>.</param>
public sealed record ImportTable(
    string Kind, IReadOnlyList<string> Columns, IReadOnlyList<(string Column, Type Meanings)> Meanings, Type? Problems = null);
