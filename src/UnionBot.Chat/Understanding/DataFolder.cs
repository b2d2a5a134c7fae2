namespace UnionBot.Chat.Understanding;

/// <summary>Where the data files are that come with the program: the folder <c>templates</c>.</summary>
public sealed record DataFolder(string Path)
{
    /// <param name="parts">Folders and file, below <c>templates/understanding</c>.</param>
    public string Understanding(params IReadOnlyList<string> parts) =>
        System.IO.Path.Combine([Path, "understanding", .. parts]);
}
