using System.Globalization;
using Npgsql;

namespace UnionBot.Web.Setup.Postgres;

/// <summary>The private server's settings: modest in memory, as it shares the machine, and without any risk to what is committed.</summary>
internal static class ServerTuning
{
    private const long Megabyte = 1024 * 1024;

    public static IEnumerable<string> Arguments(PostgresFolder folder)
    {
        foreach (var (name, value) in Settings(folder)) yield return $"--{name}={value}";
    }

    /// <summary>
    /// Compresses page images by lz4 where the server was built with it: the server's own way takes a sixth of its work.
    /// Only a running server tells what it was built with.
    /// </summary>
    public static async Task CompressPagesAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var find = source.CreateCommand(
            """
            SELECT best FROM pg_settings, LATERAL (SELECT CASE WHEN 'lz4' = ANY (enumvals) THEN 'lz4' ELSE 'pglz' END AS best) AS b
             WHERE name = 'wal_compression' AND setting <> best
            """);
        if (await find.ExecuteScalarAsync(ct) is not string best) return;

        // A statement of its own, since ALTER SYSTEM cannot run in a transaction.
        await using var set = source.CreateCommand($"ALTER SYSTEM SET wal_compression = '{best}'");
        await set.ExecuteNonQueryAsync(ct);
        await using var reload = source.CreateCommand("SELECT pg_reload_conf()");
        await reload.ExecuteNonQueryAsync(ct);
    }

    private static IEnumerable<(string Name, string Value)> Settings(PostgresFolder folder)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return
        [
            ("listen_addresses", folder.UsesSockets ? "" : "127.0.0.1"),
            ("port", folder.Port.ToString(CultureInfo.InvariantCulture)),
            ("unix_socket_directories", folder.UsesSockets ? folder.Sockets : ""),
            ("unix_socket_permissions", "0700"),
            ("max_connections", "200"),
            ("shared_buffers", Megabytes(Math.Clamp(memory / 8, 64 * Megabyte, 512 * Megabyte))),
            ("effective_cache_size", Megabytes(Math.Max(memory / 2, 128 * Megabyte))),
            ("work_mem", "8MB"),
            ("maintenance_work_mem", "64MB"),
            ("max_wal_size", "2GB"),
            ("checkpoint_timeout", "15min"),
            ("random_page_cost", "1.1"),
            ("jit", "off"),
            ("fsync", "on"),
            ("synchronous_commit", "on"),
            ("full_page_writes", "on"),
            ("idle_in_transaction_session_timeout", "60s"),
            ("timezone", "UTC"),
            ("log_timezone", "UTC"),
            // One file a weekday, each overwritten after a week. Terse, because details quote rows, and rows are people.
            ("logging_collector", "on"),
            ("log_directory", folder.Logs),
            ("log_filename", "postgresql-%a.log"),
            ("log_truncate_on_rotation", "on"),
            ("log_rotation_age", "1d"),
            ("log_rotation_size", "0"),
            ("log_error_verbosity", "terse"),
            ("log_min_error_statement", "panic"),
        ];
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte}MB");
}
