using System.Globalization;
using System.Security.Cryptography;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Keys;

/// <summary>
/// The keys of a private server's data, made at its first start; each line of a file is one key, the first is current.
/// The file is only ever replaced as a whole, by one process at a time.
/// </summary>
internal sealed class EncryptionKeyFiles(string dataDirectory)
{
    private const string IdPrefix = "k";

    private readonly string _folder = Path.Combine(dataDirectory, "keys");

    public string Folder => _folder;

    private string Keys => Path.Combine(_folder, "encryption");

    private string LookupKey => Path.Combine(_folder, "lookup");

    /// <param name="databaseExists">New keys would open nothing in a database that is already there.</param>
    /// <exception cref="SetupException">The files are lost, unreadable, or open to others.</exception>
    public EncryptionKeys ReadOrMake(bool databaseExists)
    {
        if (!File.Exists(Keys) || !File.Exists(LookupKey))
        {
            if (databaseExists) throw Lost();
            Guard(Make);
        }

        return Read();
    }

    /// <exception cref="SetupException">The files are unreadable, damaged, or open to others.</exception>
    public EncryptionKeys Read() => Guard(() =>
        EncryptionKeys.Parse(string.Join(',', ReadClosed(Keys)), string.Concat(ReadClosed(LookupKey))));

    /// <summary>Makes a new key and puts it behind the others: everybody can open with it before anybody seals with it.</summary>
    /// <param name="used">Ids that the new key must not have, as this database has known them before.</param>
    public void AddNext(IEnumerable<string> used) => Guard(() =>
    {
        var lines = ReadClosed(Keys);
        var next = 1 + used.Concat(lines.Select(IdOf)).Max(NumberOf);
        Write([.. lines, $"{IdPrefix}{next.ToString(CultureInfo.InvariantCulture)}:{NewKey()}"]);
    });

    /// <summary>Makes a key that is there the current one.</summary>
    public void PutFirst(string id) => Guard(() => Write([.. ReadClosed(Keys).OrderByDescending(line => IdOf(line) == id)]));

    /// <summary>Drops all other keys, for good.</summary>
    public void KeepOnly(string id) => Guard(() => Write([.. ReadClosed(Keys).Where(line => IdOf(line) == id)]));

    private void Guard(Action work) => Guard(() =>
    {
        work();
        return true;
    });

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (FormatException wrong)
        {
            throw new SetupException($"A key in {_folder} is damaged: {wrong.Message}", wrong);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SetupException(
                $"The keys in {_folder} cannot be used: {failure.Message} " +
                "Run as the user they belong to, or choose another Data:Directory.", failure);
        }
    }

    private SetupException Lost() => new(
        $"The keys are missing in {_folder}, but the database is there: put the files back. " +
        "Without them its encrypted fields cannot be read by anybody.");

    private void Make()
    {
        PrivateFiles.CreateFolder(_folder);
        MakeOnce(Keys, $"{IdPrefix}1:{NewKey()}\n");
        MakeOnce(LookupKey, $"{NewKey()}\n");
    }

    private static void MakeOnce(string file, string text)
    {
        if (File.Exists(file)) return;

        try
        {
            PrivateFiles.Write(file, text);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process that starts at the same moment was faster; its key counts.
        }
    }

    private void Write(string[] lines) => PrivateFiles.Replace(Keys, string.Join('\n', lines) + "\n");

    private static string IdOf(string line) => line.Split(':')[0].Trim();

    /// <summary>The 7 of k7; 0 for an id of another kind.</summary>
    private static int NumberOf(string id) =>
        id.StartsWith(IdPrefix, StringComparison.Ordinal)
        && int.TryParse(id[IdPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(EncryptionKeys.KeyBytes));

    private static string[] ReadClosed(string file) => PrivateFiles.IsPrivate(file)
        ? [.. File.ReadAllLines(file).Where(line => line.Length > 0)]
        : throw new SetupException($"{file} must be closed to others (chmod 600 {file}).");
}
