using Npgsql;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Web.Setup.Database;

/// <summary>Brings the table of regions in line with the files that come with the program.</summary>
internal static class RegionFiles
{
    public static string Folder { get; } = Path.Combine(ConversationServices.TemplateFolder, "regions");

    /// <exception cref="SetupException">A file is broken; names file, row and reason.</exception>
    public static async Task LoadAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        try
        {
            foreach (var path in Directory.GetFiles(Folder, "*.csv").Order(StringComparer.Ordinal))
            {
                using var file = ImportFile.Open(path);
                await RegionTable.LoadAsync(source, file, ct);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            throw new SetupException($"The regions cannot be read: {broken.Message}", broken);
        }
    }
}
