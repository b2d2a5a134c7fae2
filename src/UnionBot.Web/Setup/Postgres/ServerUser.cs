namespace UnionBot.Web.Setup.Postgres;

/// <summary>The user who runs the private server: ourselves, unless we are root, whom PostgreSQL refuses.</summary>
internal static class ServerUser
{
    private static readonly string[] Unprivileged = ["postgres", "nobody"];

    /// <returns>The user to drop to, or null to stay who we are.</returns>
    public static async Task<string?> FindAsync(CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess) return null;

        foreach (var user in Unprivileged)
        {
            if ((await Programs.RunAsync("id", ["-u", user], user: null, ct)).ExitCode == 0) return user;
        }

        throw new SetupException("PostgreSQL does not run as root, and there is neither a user postgres nor nobody.");
    }

    /// <summary>Gives <paramref name="folder"/> to the user and makes sure that they reach it.</summary>
    /// <exception cref="SetupException">A folder above it is closed to the user.</exception>
    public static async Task GiveAsync(string folder, string user, CancellationToken ct)
    {
        await MustAsync("chown", ["-R", "-h", user, folder], $"{folder} cannot be given to user {user}", ct);

        var reach = await Programs.RunAsync("/bin/sh", ["-c", "cd \"$1\" && test -w .", "sh", folder], user, ct);
        if (reach.ExitCode == 0) return;

        throw new SetupException(
            $"User {user}, who runs PostgreSQL, may not enter {folder}: " +
            "open the folders above it (chmod o+x) or choose another Data:Directory.");
    }

    private static async Task MustAsync(string program, string[] arguments, string otherwise, CancellationToken ct)
    {
        var result = await Programs.RunAsync(program, arguments, user: null, ct);
        if (result.ExitCode != 0) throw new SetupException($"{otherwise}: {result.Errors.Trim()}");
    }
}
