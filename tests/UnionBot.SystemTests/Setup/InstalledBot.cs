using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup;

namespace UnionBot.SystemTests.Setup;

/// <summary>A copy of the program in a folder of its own, whose files may be spoilt.</summary>
internal sealed class InstalledBot
{
    private readonly string _folder;

    private InstalledBot(string folder) => _folder = folder;

    public static InstalledBot In(string folder)
    {
        var built = Path.GetDirectoryName(typeof(BotHost).Assembly.Location)!;
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new InstalledBot(folder);
    }

    /// <summary>Puts a line into a template or data file, so that it becomes the line of that number.</summary>
    public async Task InsertAsync(string file, int number, string line)
    {
        var lines = (await File.ReadAllLinesAsync(Template(file))).ToList();
        lines.Insert(number - 1, line);
        await File.WriteAllLinesAsync(Template(file), lines);
    }

    public void Remove(string file) => File.Delete(Template(file));

    public BotProcess Start(string[] arguments, params (string Name, string Value)[] settings) =>
        BotProcess.StartFrom(Path.Combine(_folder, "UnionBot.Web.dll"), arguments, settings);

    public async Task<BotProcess.Ended> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        using var bot = Start(arguments, settings);
        return await bot.EndAsync();
    }

    private string Template(string file) => Path.Combine(_folder, "templates", file);
}
