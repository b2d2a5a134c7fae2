namespace UnionBot.Chat.Understanding.Reading;

/// <summary>Reads traditional characters as simplified ones, character by character. From <c>words/traditional.txt</c>.</summary>
internal sealed class Traditional
{
    private readonly Dictionary<char, char> _simplified = [];

    private Traditional()
    {
    }

    /// <exception cref="BrokenFileException">The file is missing or a line is wrong.</exception>
    public static Traditional Load(string path)
    {
        var table = new Traditional();
        foreach (var line in LineFile.Read(path))
        {
            foreach (var pair in line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (pair.Length != 2) throw line.Broken($"'{pair}' is no pair of a traditional and a simplified character.");
                if (!table._simplified.TryAdd(pair[0], pair[1])) throw line.Broken($"'{pair[0]}' stands here twice.");
            }
        }

        return table;
    }

    public char Simplify(char c) => _simplified.GetValueOrDefault(c, c);
}
