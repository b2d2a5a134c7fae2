namespace UnionBot.Sandbox.Templates;

/// <summary>A template of the platform's public library.</summary>
/// <param name="ShortId">Number by which an account takes it.</param>
/// <param name="Keywords">Field keys with their Chinese names, in order.</param>
internal sealed record LibraryTemplate(
    string ShortId, string Title, IReadOnlyList<KeyValuePair<string, string>> Keywords);
