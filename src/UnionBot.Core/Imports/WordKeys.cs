using System.Text.Json;
using UnionBot.Chat.Understanding;

namespace UnionBot.Core.Imports;

/// <summary>Names in code are written in kebab case in the files of words: <c>MemberNo</c> is <c>member-no</c>.</summary>
internal static class WordKeys
{
    public static string Of(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    /// <summary>The entries of these names, and no others, in the order given.</summary>
    /// <exception cref="BrokenFileException">One is missing or not known.</exception>
    public static IReadOnlyList<DataNode> Sections(DataNode node, IEnumerable<string> names) => node.Sections([.. names.Select(Of)]);
}
