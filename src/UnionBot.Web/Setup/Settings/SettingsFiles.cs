using System.Text.Json;
using Microsoft.Extensions.Configuration.Json;

namespace UnionBot.Web.Setup.Settings;

/// <summary>Where settings come from; what comes later wins: the file, the file of secrets, the environment.</summary>
internal static class SettingsFiles
{
    public const string UsualName = "appsettings.json";

    /// <param name="file">Null for the usual file, if there is one, in the current folder or beside the program.</param>
    /// <param name="overrides">Above everything else.</param>
    /// <exception cref="SetupException">A file is missing, broken, or open to others though it holds secrets.</exception>
    public static IConfigurationRoot Load(string? file, IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        var files = new List<string>();
        if (file is not null) files.Add(Existing(file, "The settings file"));
        else if (Usual() is { } usual) files.Add(usual);

        var secrets = Build(files, overrides).GetSection("Secrets:File").Value;
        if (secrets is { Length: > 0 }) files.Add(Closed(Existing(secrets, "Secrets:File")));

        var configuration = Build(files, overrides);
        RefuseOpenSecrets(configuration);
        return configuration;
    }

    /// <summary>What stands at the top of the files. The environment holds much that is not ours.</summary>
    public static IEnumerable<string> SectionsIn(IConfigurationRoot configuration) => configuration.Providers
        .OfType<JsonConfigurationProvider>()
        .SelectMany(provider => provider.GetChildKeys([], parentPath: null))
        .Distinct(StringComparer.OrdinalIgnoreCase);

    private static string? Usual() =>
        new[] { Environment.CurrentDirectory, AppContext.BaseDirectory }
            .Select(folder => Path.Combine(folder, UsualName))
            .FirstOrDefault(File.Exists);

    private static string Existing(string file, string what) => File.Exists(file)
        ? Path.GetFullPath(file)
        : throw new SetupException($"{what} does not exist: {file}");

    private static string Closed(string file) => PrivateFiles.IsPrivate(file)
        ? file
        : throw new SetupException($"Secrets:File = \"{file}\": must be closed to others (chmod 600 {file}).");

    private static IConfigurationRoot Build(IReadOnlyList<string> files, IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        var builder = new ConfigurationBuilder();
        foreach (var file in files) builder.AddJsonFile(file, optional: false, reloadOnChange: false);
        builder.AddEnvironmentVariables().AddInMemoryCollection(overrides);
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException broken)
        {
            throw new SetupException($"{broken.Message} {Where(broken, files)}".Trim(), broken);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"A settings file cannot be read: {closed.Message}", closed);
        }
    }

    private static string Where(InvalidDataException broken, IReadOnlyList<string> files)
    {
        if (broken.InnerException is FormatException { InnerException: JsonException { LineNumber: { } wrong } json }) return $"Line {wrong + 1}: {json.Message}";

        var why = broken.InnerException?.Message ?? "";
        var file = files.FirstOrDefault(file => broken.Message.Contains(file, StringComparison.Ordinal));
        return file is not null && RepeatedKey.LineIn(File.ReadAllBytes(file)) is { } line ? $"Line {line}: {why}" : why;
    }

    private static void RefuseOpenSecrets(IConfigurationRoot configuration)
    {
        var secrets = SettingsCatalog.All
            .SelectMany(entry => SettingsReader.Properties(entry.Type)
                .Where(SettingsReader.IsSecret)
                .Select(property => SettingsReader.Name(entry.Section, property)))
            .ToList();

        foreach (var provider in configuration.Providers.OfType<JsonConfigurationProvider>())
        {
            var file = provider.Source.FileProvider!.GetFileInfo(provider.Source.Path!).PhysicalPath!;
            var held = secrets.FirstOrDefault(name => provider.TryGet(name, out var value) && value is { Length: > 0 });
            if (held is null || PrivateFiles.IsPrivate(file)) continue;

            throw new SetupException(
                $"{held} is in {file}, which others may read: close it (chmod 600 {file}), " +
                "or give the secret by the environment or Secrets:File.");
        }
    }
}
