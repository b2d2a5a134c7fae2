namespace UnionBot.Web.Setup.Postgres;

/// <summary>The one server of a data directory: starts it, adopts it, or uses the one another process started.</summary>
internal sealed class PrivateServer(
    PostgresFolder folder, string binaries, string? user, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongGlance = TimeSpan.FromMilliseconds(300);

    /// <summary>Repairing a large database after a crash takes minutes; a living server is given them.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);

    private FileStream? _lock;
    private PostmasterGuard? _guard;

    public bool IsOurs => _lock is not null;

    /// <summary>Returns when a server is ready for connections.</summary>
    /// <exception cref="SetupException">None can be had here.</exception>
    public async Task EnsureAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(LongestStart);
        try
        {
            _lock ??= folder.TryLock();
            if (_lock is not null) await StartOrAdoptAsync(patience.Token);

            await WaitUntilReadyAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SetupException(
                $"The private PostgreSQL was not ready after {LongestStart.TotalMinutes} minutes; see {folder.Logs}.");
        }
    }

    /// <summary>Returns when the server has ended, whoever started it.</summary>
    public async Task WaitForEndAsync(CancellationToken ct)
    {
        if (_guard is { } guard)
        {
            await guard.WaitForExitAsync(ct);
            return;
        }

        while (Postmaster.Find(folder.Data) is not null) await Task.Delay(LongGlance, time, ct);
    }

    /// <summary>Stops the server if it is ours; otherwise its owner will.</summary>
    public async Task StopAsync(TimeSpan longest)
    {
        if (_guard is { } guard)
        {
            guard.Stop();
            using var patience = new CancellationTokenSource(longest);
            try
            {
                await guard.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                logger.LogWarning("The private PostgreSQL is still stopping; see {Logs}", folder.Logs);
            }

            guard.Dispose();
        }

        _guard = null;
        _lock?.Dispose();
        _lock = null;
    }

    private async Task StartOrAdoptAsync(CancellationToken ct)
    {
        _guard?.Dispose();
        _guard = null;

        while (Postmaster.Find(folder.Data) is { IsStopping: true }) await Task.Delay(Glance, time, ct);

        if (Postmaster.Find(folder.Data) is { } orphan)
        {
            logger.LogInformation("A private PostgreSQL that outlived its bot is used on (process {Pid})", orphan.Pid);
            _guard = PostmasterGuard.Adopt(folder, user, orphan);
            return;
        }

        await StartAsync(ct);
    }

    private async Task StartAsync(CancellationToken ct)
    {
        folder.Create();
        var programs = await PostgresBinaries.FindAsync(binaries, folder.Major, ct);
        if (user is not null) await ServerUser.GiveAsync(folder.Home, user, ct);
        if (!folder.IsInitialised) await ServerInitialiser.RunAsync(folder, programs, user, ct);

        folder.ChoosePort();
        _guard = PostmasterGuard.Start(folder, user, [programs.Server, "-D", folder.Data, .. ServerTuning.Arguments(folder)]);
    }

    private async Task WaitUntilReadyAsync(CancellationToken ct)
    {
        while (Postmaster.Find(folder.Data) is not { IsReady: true })
        {
            if (_guard is { HasExited: true }) throw new PostmasterEndedException($"PostgreSQL ended at once: {LastWords()}");

            await Task.Delay(Glance, time, ct);
            if (_lock is null && (_lock = folder.TryLock()) is not null) await StartOrAdoptAsync(ct);
        }
    }

    private string LastWords()
    {
        var lines = File.Exists(folder.StartLog) ? File.ReadAllLines(folder.StartLog) : [];
        var fatal = lines.LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal)) ?? lines.LastOrDefault();
        return fatal is null
            ? $"see {folder.Logs}"
            : fatal[Math.Max(0, fatal.IndexOf("FATAL:", StringComparison.Ordinal))..].Trim();
    }
}
