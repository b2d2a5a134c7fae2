using System.ComponentModel;
using System.Diagnostics;

namespace UnionBot.Web.Setup.Postgres;

/// <summary>Runs the machine's programs, in English and, if asked, as another user.</summary>
internal static class Programs
{
    public sealed record Result(int ExitCode, string Output, string Errors);

    /// <param name="user">The user to run as, which only root may choose; null for our own.</param>
    /// <exception cref="SetupException">The program could not be started at all.</exception>
    public static async Task<Result> RunAsync(
        string program, IEnumerable<string> arguments, string? user, CancellationToken ct)
    {
        using var process = Start(Describe(program, arguments, user));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return new Result(process.ExitCode, await output, await errors);
    }

    public static ProcessStartInfo Describe(string program, IEnumerable<string> arguments, string? user)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            // Our own folder may be closed to the other user.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (user is not null) start.UserName = user;
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            var who = start.UserName is { Length: > 0 } user ? $" as user {user}" : "";
            throw new SetupException($"{start.FileName} cannot be run{who}: {failure.Message}.", failure);
        }
    }
}
