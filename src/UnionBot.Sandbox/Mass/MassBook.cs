using System.Globalization;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Mass;

/// <summary>Accepted mass sends, their ids, and the account's own limits.</summary>
internal sealed class MassBook
{
    private const int DaySeconds = 24 * 3600;
    private const int RetryAfterSeconds = 60;
    private const int ToAllPerMonth = 4;
    private const int CallsPerMinute = 60;
    private const long FirstMessageId = 1_000_000_000;
    private const long FirstDataId = 3_200_000_000;

    private readonly SandboxClock _clock;
    private readonly Table<MassJob> _jobs;

    public MassBook(SandboxClock clock, Journal journal)
    {
        _clock = clock;
        _jobs = journal.Open<MassJob>("mass-jobs");
    }

    public MassJob? Find(long messageId) => _jobs.Find(Key(messageId));

    public MassJob Add(string kind, bool toAll, string clientMessageId)
    {
        var number = _jobs.Count + 1;
        var job = new MassJob(
            FirstMessageId + number,
            FirstDataId + number,
            kind,
            toAll,
            clientMessageId,
            _clock.UnixSeconds(),
            IsDeleted: false);
        _jobs.Put(Key(job.MessageId), job);
        return job;
    }

    public void Delete(MassJob job) => _jobs.Put(Key(job.MessageId), job with { IsDeleted = true });

    /// <exception cref="PlatformRefusal">45066 or 45065 when the id was used within a day, 45067 when it is too
    /// long.</exception>
    public void CheckClientId(string clientMessageId)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(clientMessageId) > 32)
            throw new PlatformRefusal(45067, "clientmsgid size out of limit");

        var now = _clock.UnixSeconds();
        var earlier = All.FirstOrDefault(job => job.ClientMessageId == clientMessageId && now - job.At < DaySeconds);
        if (earlier is null) return;
        if (now - earlier.At < RetryAfterSeconds) throw new PlatformRefusal(45066, "same clientmsgid retry too fast");

        throw new PlatformRefusal(45065, "clientmsgid exist", new Dictionary<string, object>
        {
            ["msg_id"] = earlier.MessageId,
            ["msg_data_id"] = earlier.DataId,
        });
    }

    /// <exception cref="PlatformRefusal">45028 when the account's sends to everybody are used up, 42010 above 60 calls
    /// a minute.</exception>
    public void CheckAccount(bool toAll)
    {
        if (All.Count(job => _clock.UnixSeconds() - job.At < RetryAfterSeconds) >= CallsPerMinute)
            throw new PlatformRefusal(42010, "mass send too fast");
        if (!toAll) return;

        var now = _clock.InChina();
        var month = All
            .Where(job => job.ToAll)
            .Select(job => DateTimeOffset.FromUnixTimeSeconds(job.At).ToOffset(SandboxClock.China))
            .Where(at => at.Year == now.Year && at.Month == now.Month)
            .ToArray();
        if (month.Length >= ToAllPerMonth || month.Any(at => at.Day == now.Day))
            throw new PlatformRefusal(45028, "has no masssend quota");
    }

    private IEnumerable<MassJob> All => _jobs.All().Select(job => job.Value);

    private static string Key(long messageId) => messageId.ToString(CultureInfo.InvariantCulture);
}
