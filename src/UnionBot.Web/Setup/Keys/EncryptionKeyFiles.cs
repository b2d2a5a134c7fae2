using System.Security.Cryptography;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Keys;

/// <summary>The keys of a private server's data, made at its first start; each line of a file is one key.</summary>
internal sealed class EncryptionKeyFiles(string dataDirectory)
{
    private const string FirstId = "k1";

    private readonly string _folder = Path.Combine(dataDirectory, "keys");

    private string Keys => Path.Combine(_folder, "encryption");

    private string LookupKey => Path.Combine(_folder, "lookup");

    /// <param name="databaseExists">New keys would open nothing in a database that is already there.</param>
    /// <exception cref="SetupException">The files are lost, unreadable, or open to others.</exception>
    public EncryptionKeys ReadOrMake(bool databaseExists)
    {
        try
        {
            if (!File.Exists(Keys) || !File.Exists(LookupKey))
            {
                if (databaseExists) throw Lost();
                Make();
            }

            return EncryptionKeys.Parse(string.Join(',', ReadClosed(Keys)), string.Concat(ReadClosed(LookupKey)));
        }
        catch (FormatException wrong)
        {
            throw new SetupException($"A key in {_folder} is damaged: {wrong.Message}", wrong);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The keys in {_folder} cannot be used: {failure.Message}", failure);
        }
    }

    private SetupException Lost() => new(
        $"The keys are missing in {_folder}, but the database is there: put the files back. " +
        "Without them its encrypted fields cannot be read by anybody.");

    private void Make()
    {
        PrivateFiles.CreateFolder(_folder);
        MakeOnce(Keys, $"{FirstId}:{NewKey()}\n");
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

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(EncryptionKeys.KeyBytes));

    private static string[] ReadClosed(string file) => PrivateFiles.IsPrivate(file)
        ? [.. File.ReadAllLines(file).Where(line => line.Length > 0)]
        : throw new SetupException($"{file} must be closed to others (chmod 600 {file}).");
}
