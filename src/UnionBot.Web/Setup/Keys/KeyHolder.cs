using Npgsql;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Keys;

/// <summary>
/// Goes over to a new key as soon as it is in the files, and lets <c>rotate-keys</c> know which keys this bot holds: by
/// the name of a session of the database, which ends with the process however that ends.
/// </summary>
internal sealed partial class KeyHolder(
    NpgsqlDataSource source, FieldCipher cipher, KeySource keys, TimeProvider time, ILogger<KeyHolder> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await HoldAsync(stoppingToken);
            }
            catch (NpgsqlException)
            {
                // The database is gone, which others say loudly. Nothing can be written until it is back.
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task HoldAsync(CancellationToken ct)
    {
        await using var session = await source.OpenConnectionAsync(ct);
        while (true)
        {
            Renew();
            await using var command = new NpgsqlCommand("SELECT set_config('application_name', $1, false)", session);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = RunningBots.NameOf(cipher.Keys) });
            await command.ExecuteNonQueryAsync(ct);
            await Task.Delay(Pause, time, ct);
        }
    }

    private void Renew()
    {
        if (keys.Files is null) return;

        try
        {
            var read = keys.Files.Read();
            if (read.Ids.SequenceEqual(cipher.Keys.Ids.Take(read.Ids.Count))) return;

            cipher.Use(read);
            LogKeys(log, cipher.Keys.CurrentId);
        }
        catch (Exception refusal) when (refusal is SetupException or FormatException)
        {
            LogRefused(log, refusal.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "The keys have changed; values are sealed with key {KeyId} from now on")]
    private static partial void LogKeys(ILogger log, string keyId);

    [LoggerMessage(LogLevel.Error, "The keys are used as they were: {Reason}")]
    private static partial void LogRefused(ILogger log, string reason);
}
