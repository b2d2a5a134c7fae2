using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.SystemTests.Setup;

public sealed class PrivatePostgresTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestFolder _folder = new();

    private string DataFolder => Path.Combine(_folder.Path, "postgres", "data");

    [Fact]
    public async Task What_was_written_is_there_after_the_next_start()
    {
        await using (var first = await StartAsync())
        {
            await ExecuteAsync(first, "CREATE TABLE kept AS SELECT 7 AS number");
        }

        Assert.Null(Postmaster.Find(DataFolder));
        await using var second = await StartAsync();
        Assert.Equal(7, await ScalarAsync(second, "SELECT number FROM kept"));
    }

    [Fact]
    public async Task A_killed_server_is_started_again_and_nothing_committed_is_lost()
    {
        await using var server = await StartAsync();
        await ExecuteAsync(server, "CREATE TABLE kept AS SELECT 7 AS number");

        Kill(Postmaster.Find(DataFolder)!);

        Assert.Equal(7, await EventuallyAsync(() => ScalarAsync(server, "SELECT number FROM kept")));
    }

    [Fact]
    public async Task A_server_that_outlived_its_guard_is_adopted_and_stopped_at_the_end()
    {
        var server = await StartAsync();
        var orphan = Postmaster.Find(DataFolder)!.Pid;
        KillGuardOf(orphan);

        await EventuallyAsync(() => Task.FromResult(
            IsGuarded(orphan) ? 1 : throw new InvalidOperationException("No guard has adopted the server.")));
        Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
        Assert.Equal(orphan, Postmaster.Find(DataFolder)!.Pid);

        await server.DisposeAsync();
        Assert.Null(Postmaster.Find(DataFolder));
    }

    [Fact]
    public async Task Two_processes_on_one_folder_use_one_server_and_the_second_takes_over()
    {
        var first = await StartAsync();
        await using var second = await StartAsync();

        Assert.True(first.IsOwner);
        Assert.False(second.IsOwner);
        Assert.Equal(first.ConnectionString, second.ConnectionString);

        await first.DisposeAsync();
        Assert.Equal(1, await EventuallyAsync(() => ScalarAsync(second, "SELECT 1")));
        Assert.True(second.IsOwner);
    }

    [Fact]
    public async Task Two_first_starts_at_once_make_one_database()
    {
        var both = await Task.WhenAll(StartAsync(), StartAsync());

        Assert.Single(both, server => server.IsOwner);
        foreach (var server in both) Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
        foreach (var server in both) await server.DisposeAsync();
    }

    [Fact]
    public async Task A_first_start_that_was_cut_short_is_done_again()
    {
        var unfinished = Path.Combine(_folder.Path, "postgres", "data.new");
        Directory.CreateDirectory(unfinished);
        await File.WriteAllTextAsync(Path.Combine(unfinished, "PG_VERSION"), "15");

        await using var server = await StartAsync();

        Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
        Assert.False(Directory.Exists(unfinished));
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_is_served_by_a_port_of_this_machine()
    {
        var deep = Path.Combine(_folder.Path, new string('d', 90));
        Directory.CreateDirectory(deep);

        await using var server = await StartAsync(deep);

        Assert.Equal("127.0.0.1", new NpgsqlConnectionStringBuilder(server.ConnectionString).Host);
        Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task A_folder_of_another_PostgreSQL_version_is_refused_with_both_versions()
    {
        Directory.CreateDirectory(DataFolder);
        await File.WriteAllTextAsync(Path.Combine(DataFolder, "PG_VERSION"), "12\n");

        var refusal = (await Assert.ThrowsAsync<SetupException>(() => StartAsync())).Message;

        Assert.Contains("made by PostgreSQL 12", refusal, StringComparison.Ordinal);
        Assert.Contains("installed", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Fact]
    public async Task A_machine_without_PostgreSQL_is_told_what_to_install()
    {
        var refusal = (await Assert.ThrowsAsync<SetupException>(() => StartAsync(binaries: _folder.Path))).Message;

        Assert.Contains("apt-get install postgresql", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_refused_in_one_line()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        var refusal = (await Assert.ThrowsAsync<SetupException>(() => StartAsync(Path.Combine(file, "data")))).Message;

        Assert.Contains("Data:Directory", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Fact]
    public async Task A_stale_pid_file_that_names_another_process_is_no_server()
    {
        Directory.CreateDirectory(DataFolder);
        await File.WriteAllLinesAsync(
            Path.Combine(DataFolder, "postmaster.pid"), [$"{Environment.ProcessId}", DataFolder, "0", "5432", "", "", "", "ready"]);

        Assert.Null(Postmaster.Find(DataFolder));
    }

    public void Dispose() => _folder.Dispose();

    private Task<PrivatePostgres> StartAsync(string? folder = null, string binaries = "") => PrivatePostgres.StartAsync(
        folder ?? _folder.Path, binaries, TimeProvider.System, NullLogger.Instance, CancellationToken.None);

    private static async Task ExecuteAsync(PrivatePostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{server.ConnectionString};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<int> ScalarAsync(PrivatePostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{server.ConnectionString};Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Asks until there is an answer: an event of another process, which tells nobody when it has happened.</summary>
    private static async Task<int> EventuallyAsync(Func<Task<int>> ask)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception notYet) when (notYet is NpgsqlException or InvalidOperationException && watch.Elapsed < Patience)
            {
                await Task.Delay(20);
            }
        }
    }

    private static void Kill(Postmaster postmaster) => Process.GetProcessById(postmaster.Pid).Kill();

    /// <summary>Both shells at once, as when the machine kills everything but the server.</summary>
    private static void KillGuardOf(int pid)
    {
        var guard = ParentOf(pid);
        foreach (var reader in Shells().Where(shell => ParentOf(shell) == guard)) Process.GetProcessById(reader).Kill();
        Process.GetProcessById(guard).Kill();
    }

    /// <summary>Whether a guard that adopted the server runs: it names the server's process among its arguments.</summary>
    private static bool IsGuarded(int pid) => Shells().Any(shell => ReadProcess(shell, "cmdline").Contains($"\0{pid}\0", StringComparison.Ordinal));

    /// <summary>Empty when the process ended meanwhile: any shell of the machine is looked at.</summary>
    private static string ReadProcess(int pid, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/{file}");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static IEnumerable<int> Shells() => Process.GetProcessesByName("sh").Select(shell => shell.Id);

    /// <returns>0 when the process ended meanwhile.</returns>
    private static int ParentOf(int pid)
    {
        var stat = ReadProcess(pid, "stat");
        return stat.Length == 0 ? 0 : int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
