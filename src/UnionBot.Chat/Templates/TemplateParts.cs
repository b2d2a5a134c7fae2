using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Templates;

/// <summary>Reads <c>templates/parts</c>: what several templates have in common, each by its path without extension.</summary>
internal static class TemplateParts
{
    private const string Extension = ".hbs";

    /// <param name="folder">The <c>templates</c> folder; it may have no parts.</param>
    /// <exception cref="BrokenFileException">A block of a part is not closed.</exception>
    public static IReadOnlyDictionary<string, string> Load(string folder)
    {
        var parts = new DirectoryInfo(Path.Combine(folder, "parts"));
        return !parts.Exists
            ? new Dictionary<string, string>()
            : parts.GetFiles("*" + Extension, SearchOption.AllDirectories).ToDictionary(file => NameOf(file, parts), Read, StringComparer.Ordinal);
    }

    private static string Read(FileInfo file)
    {
        var part = File.ReadAllText(file.FullName).ReplaceLineEndings("\n").Trim();
        return BlockPairs.LineOfFault(part) is not { } line
            ? part
            : throw new BrokenFileException(file.FullName, line, "A block is opened and not closed, or closed and not opened.");
    }

    private static string NameOf(FileInfo file, DirectoryInfo parts) =>
        Path.ChangeExtension(Path.GetRelativePath(parts.FullName, file.FullName), null).Replace(Path.DirectorySeparatorChar, '/');
}
