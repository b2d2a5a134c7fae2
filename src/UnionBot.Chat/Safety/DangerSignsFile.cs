using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Safety;

/// <summary>Reads <c>understanding/dangers.yaml</c>.</summary>
internal static class DangerSignsFile
{
    /// <exception cref="BrokenFileException">The file is missing or wrong, or a word has two classes.</exception>
    public static DangerSigns Read(string path)
    {
        var sections = DataFile.Read(path).Sections("danger", "setting", "else");
        var words = new Dictionary<string, DangerClass>(StringComparer.Ordinal);
        var classes = 0;
        foreach (var (_, list) in sections[0].Entries()) Add(list, new DangerClass(++classes, IsDanger: true), words);
        foreach (var (_, list) in sections[1].Entries()) Add(list, new DangerClass(++classes, IsDanger: false), words);
        Add(sections[2], DangerClass.Else, words);
        return new DangerSigns(words);
    }

    private static void Add(DataNode list, DangerClass wordClass, Dictionary<string, DangerClass> words)
    {
        foreach (var (word, at) in list.Words())
        {
            if (!words.TryAdd(word, wordClass)) throw at.Broken($"'{word}' stands here twice.");
        }
    }
}
