namespace UnionBot.Tests.Chat.Understanding.Knowledge;

/// <summary>The product's templates in a folder of their own, to be broken.</summary>
internal sealed class TemplatesCopy : IDisposable
{
    public TemplatesCopy()
    {
        foreach (var file in Directory.GetFiles(Tree.Templates, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Tree.Templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("templates").FullName;

    public void Replace(string file, string old, string with)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, with, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
