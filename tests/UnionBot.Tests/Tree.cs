namespace UnionBot.Tests;

/// <summary>The folders of the source tree that the tests were built from.</summary>
internal static class Tree
{
    public static string Root { get; } = FindRoot();

    public static string Templates => Path.Combine(Root, "templates");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "UnionBot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the tree.");
        }

        return folder;
    }
}
