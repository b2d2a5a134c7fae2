using System.Runtime.CompilerServices;

namespace UnionBot.SystemTests.Talks;

/// <summary>A folder of talks, each a <c>.txt</c> file; see <see cref="Talk"/>.</summary>
internal sealed class TalkFolder
{
    private TalkFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Of the files, without their ending.</summary>
    public IEnumerable<string> Names => Directory.GetFiles(Path, "*.txt")
        .Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <param name="name">Of a folder beside the source file that calls this.</param>
    public static TalkFolder Beside(string name, [CallerFilePath] string caller = "") =>
        new(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(caller)!, name));

    public Talk Read(string name) => Talk.Parse(name, File.ReadLines(System.IO.Path.Combine(Path, $"{name}.txt")));
}
