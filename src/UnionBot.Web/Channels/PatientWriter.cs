using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Web.Channels;

/// <summary>Writes down what became of calls. The database may be away for a moment: what is known must not be lost for that.</summary>
internal sealed class PatientWriter(SendingRules rules, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <exception cref="Npgsql.NpgsqlException">The database was away for longer than what is in hand is ours.</exception>
    public async Task RunAsync(Func<Task> write)
    {
        var until = time.GetUtcNow() + rules.Lease;
        while (true)
        {
            try
            {
                await write();
                return;
            }
            catch (Exception e) when (DatabaseFailure.IsBehind(e) && time.GetUtcNow() < until)
            {
                await Task.Delay(Pause, time, CancellationToken.None);
            }
        }
    }
}
