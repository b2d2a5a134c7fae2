namespace UnionBot.Services.Campaigns.Visiting.Facts;

/// <summary>Parts a message where a new thought may begin.</summary>
internal static class Clauses
{
    private static readonly char[] Ends = [.. ",，。.;；!！?？\n~… "];

    public static IReadOnlyList<string> Of(string text) => text.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
