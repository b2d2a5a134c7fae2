using System.Diagnostics;
using System.Globalization;

namespace UnionBot.Web.Setup.Postgres;

/// <summary>
/// A shell between us and the server. It holds our pipe and shuts the server down cleanly when the pipe closes, which
/// the kernel does even for a bot that was killed; it ends when the server has ended.
/// </summary>
internal sealed class PostmasterGuard : IDisposable
{
    // A shell gives its background jobs /dev/null as input, so that the pipe must be read through another descriptor.
    // The server must not inherit that descriptor. An adopted server is no child, so it is looked at, not waited for.
    private const string Script = """
        exec 3<&0 </dev/null >/dev/null 2>&1
        log=$1; adopted=$2; shift 2
        if [ -n "$adopted" ]; then p=$adopted; else "$@" >"$log" 2>&1 3<&- & p=$!; fi
        ( read -r _ <&3; kill -INT "$p" ) >/dev/null 2>&1 &
        r=$!
        if [ -n "$adopted" ]; then
            while kill -0 "$p" 2>/dev/null; do sleep 0.1; done
        else
            while kill -0 "$p" 2>/dev/null; do wait "$p" 2>/dev/null; done
        fi
        kill "$r" 2>/dev/null
        """;

    private readonly Process _shell;

    private PostmasterGuard(Process shell) => _shell = shell;

    public bool HasExited => _shell.HasExited;

    /// <summary>Starts the server and guards it.</summary>
    public static PostmasterGuard Start(PostgresFolder folder, string? user, IEnumerable<string> command) =>
        Start(user, [folder.StartLog, "", .. command]);

    /// <summary>Guards a server that outlived the bot that had started it.</summary>
    public static PostmasterGuard Adopt(PostgresFolder folder, string? user, Postmaster server) =>
        Start(user, [folder.StartLog, server.Pid.ToString(CultureInfo.InvariantCulture)]);

    public Task WaitForExitAsync(CancellationToken ct) => _shell.WaitForExitAsync(ct);

    /// <summary>Asks for a fast shutdown: open transactions are rolled back, everything committed is on disk.</summary>
    public void Stop() => _shell.StandardInput.Close();

    public void Dispose() => _shell.Dispose();

    private static PostmasterGuard Start(string? user, string[] arguments)
    {
        // A session of its own: Ctrl-C is for the bot, which stops the server when it no longer needs it.
        var start = Programs.Describe("setsid", ["/bin/sh", "-c", Script, "guard", .. arguments], user);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (false, false);
        return new PostmasterGuard(Programs.Start(start));
    }
}
