using System.Globalization;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Setup;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Quotas;

/// <summary>Calls a day by path; a day begins at midnight in China.</summary>
internal sealed class CallQuota
{
    private const int Unnamed = 100_000;

    private static readonly Dictionary<string, int> Defaults = new()
    {
        ["/cgi-bin/token"] = 2_000,
        ["/cgi-bin/stable_token"] = 500_000,
        ["/cgi-bin/message/custom/send"] = 500_000,
        ["/cgi-bin/message/custom/typing"] = 500_000,
        ["/cgi-bin/message/mass/sendall"] = 100,
        ["/cgi-bin/message/mass/send"] = 100,
        ["/cgi-bin/message/mass/preview"] = 100,
        ["/cgi-bin/media/upload"] = 100_000,
        ["/cgi-bin/media/get"] = 200_000,
        ["/cgi-bin/menu/create"] = 1_000,
        ["/cgi-bin/menu/get"] = 10_000,
        ["/cgi-bin/menu/delete"] = 1_000,
        ["/cgi-bin/menu/addconditional"] = 2_000,
        ["/cgi-bin/menu/delconditional"] = 2_000,
        ["/cgi-bin/menu/trymatch"] = 20_000,
        ["/cgi-bin/user/get"] = 500,
        ["/cgi-bin/user/info"] = 5_000_000,
        ["/cgi-bin/user/info/batchget"] = 5_000_000,
        ["/cgi-bin/user/info/updateremark"] = 10_000,
        ["/cgi-bin/qrcode/create"] = 100_000,
    };

    private readonly SandboxClock _clock;
    private readonly SandboxLimits _limits;
    private readonly Table<Used> _used;

    public CallQuota(SandboxClock clock, SandboxOptions options, Journal journal)
    {
        (_clock, _limits) = (clock, options.Limits);
        _used = journal.Open<Used>("calls");
    }

    public int LimitOf(string path) => _limits.CallsPerDay.TryGetValue(path, out var own) ? own
        : path == "/cgi-bin/message/template/send" ? _limits.TemplatesPerDay
        : Defaults.GetValueOrDefault(path, Unnamed);

    public int UsedToday(string path) => _used.Find(path) is { } used && used.Day == Today() ? used.Count : 0;

    /// <summary>Counts a call; false when the day's calls are used up.</summary>
    public bool TrySpend(string path)
    {
        var used = UsedToday(path);
        if (used >= LimitOf(path)) return false;

        _used.Put(path, new Used(Today(), used + 1));
        return true;
    }

    public void Clear(string path) => _used.Remove(path);

    public void ClearAll()
    {
        foreach (var (path, _) in _used.All()) _used.Remove(path);
    }

    private string Today() => _clock.InChina().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Used(string Day, int Count);
}
