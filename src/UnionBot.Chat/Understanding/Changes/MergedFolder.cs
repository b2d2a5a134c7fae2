namespace UnionBot.Chat.Understanding.Changes;

/// <summary>
/// A copy of the templates with what staff changed, for as long as it is being read: so there is one way of reading, and what
/// is exported is what was read.
/// </summary>
public sealed class MergedFolder : IDisposable
{
    private MergedFolder(string path) => Path = path;

    public string Path { get; }

    /// <param name="templates">The shipped <c>templates</c> folder.</param>
    public static MergedFolder Write(string templates, IEnumerable<MergedTemplate> merged)
    {
        // Only its owner may look into it.
        var folder = new MergedFolder(Directory.CreateTempSubdirectory("unionbot-templates-").FullName);
        WriteTo(folder.Path, templates, merged);
        return folder;
    }

    /// <param name="folder">Where to.</param>
    /// <inheritdoc cref="Write"/>
    internal static void WriteTo(string folder, string templates, IEnumerable<MergedTemplate> merged)
    {
        foreach (var file in Directory.GetFiles(templates, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(folder, System.IO.Path.GetRelativePath(templates, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);

            // Not File.Copy: a file that may only be read would come with that.
            File.WriteAllBytes(copy, File.ReadAllBytes(file));
        }

        foreach (var (version, text, _) in merged)
        {
            if (text is not null) File.WriteAllText(System.IO.Path.Combine(folder, version.Path), text);
        }
    }

    /// <summary>What is wrong, by the name that staff know the file by.</summary>
    public BrokenFileException Named(BrokenFileException broken) =>
        new(System.IO.Path.Combine("templates", System.IO.Path.GetRelativePath(Path, broken.File)), broken.Line, broken.Reason, broken);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
