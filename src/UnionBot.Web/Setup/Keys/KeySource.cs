using UnionBot.Core.Data;
using UnionBot.Web.Setup.Postgres;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup.Keys;

/// <summary>Where the keys come from: the settings, which are read once, or the files of a private server's data.</summary>
/// <param name="AtStart">The keys as they were when this process started.</param>
/// <param name="Files">Null when the keys are in the settings.</param>
internal sealed record KeySource(EncryptionKeys AtStart, EncryptionKeyFiles? Files)
{
    /// <exception cref="SetupException">The files are lost, unreadable, damaged, or open to others.</exception>
    public static KeySource Of(BotSettings settings)
    {
        var given = settings.Get<EncryptionOptions>();
        if (!given.AreMissing) return new KeySource(EncryptionKeys.Parse(given.Keys, given.LookupKey), Files: null);

        var folder = settings.Get<DataOptions>().Folder;
        var files = new EncryptionKeyFiles(folder);
        return new KeySource(files.ReadOrMake(new PostgresFolder(folder).IsInitialised), files);
    }
}
