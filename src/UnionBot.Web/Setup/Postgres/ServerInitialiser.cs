namespace UnionBot.Web.Setup.Postgres;

/// <summary>Makes the data folder at the first start.</summary>
internal static class ServerInitialiser
{
    /// <exception cref="SetupException">initdb refused; its reason is in the message.</exception>
    public static async Task RunAsync(
        PostgresFolder folder, PostgresBinaries binaries, string? user, CancellationToken ct)
    {
        if (Directory.Exists(folder.UnfinishedData)) Directory.Delete(folder.UnfinishedData, recursive: true);

        string[] arguments =
        [
            "-D", folder.UnfinishedData, "-U", PrivatePostgres.Role, "-E", "UTF8", "--locale=C.UTF-8",
            "-A", "scram-sha-256", $"--pwfile={folder.PasswordFile}", "--data-checksums",
        ];
        var result = await Programs.RunAsync(binaries.InitDb, arguments, user, ct);
        if (result.ExitCode != 0) throw new SetupException(Reason(result));

        Directory.Move(folder.UnfinishedData, folder.Data);
    }

    private static string Reason(Programs.Result result)
    {
        if (result.Errors.Contains("could not look up effective user ID", StringComparison.Ordinal))
        {
            return "PostgreSQL cannot run as a user who is not in /etc/passwd: run the bot as a named user.";
        }

        var lines = result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var error = lines.FirstOrDefault(line => line.Contains("error:", StringComparison.Ordinal)) ?? lines.LastOrDefault();
        return $"The database could not be made: {error ?? $"initdb ended with code {result.ExitCode}"}.";
    }
}
