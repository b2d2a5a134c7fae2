using System.Globalization;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Setup;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Quotas;

/// <summary>Asking for and clearing the day's call counts.</summary>
internal sealed class QuotaApi(CallQuota quota, SandboxClock clock, SandboxOptions options, Journal journal)
{
    private const int ClearsPerMonth = 10;
    private const int PathClearsPerMonth = 50;

    private readonly Table<int> _clears = journal.Open<int>("quota-clears");

    public void Map(PlatformRoutes routes)
    {
        routes.Post("/cgi-bin/openapi/quota/get", Show);
        routes.Post("/cgi-bin/openapi/quota/clear", ClearPath);
        routes.Post("/cgi-bin/clear_quota", ClearAll);
        routes.PostWithoutToken("/cgi-bin/clear_quota/v2", ClearAllBySecret);
    }

    private object Show(PlatformCall call)
    {
        var path = Path(call);
        var (limit, used) = (quota.LimitOf(path), quota.UsedToday(path));
        return new
        {
            errcode = 0,
            errmsg = "ok",
            quota = new { daily_limit = limit, used, remain = limit - used },
            rate_limit = new { call_count = limit, refresh_second = 86_400 },
        };
    }

    private object ClearPath(PlatformCall call)
    {
        Count("path", PathClearsPerMonth);
        quota.Clear(Path(call));
        return PlatformJson.Ok;
    }

    private object ClearAll(PlatformCall call)
    {
        if (call.Text("appid") != options.AppId) throw new PlatformRefusal(40013, "invalid appid");

        Count("all", ClearsPerMonth);
        quota.ClearAll();
        return PlatformJson.Ok;
    }

    private object ClearAllBySecret(PlatformCall call)
    {
        if (call.Text("appsecret") != options.AppSecret) throw new PlatformRefusal(40125, "invalid appsecret");
        return ClearAll(call);
    }

    private static string Path(PlatformCall call) =>
        call.Text("cgi_path") is { Length: > 0 } path && path[0] == '/'
            ? path
            : throw new PlatformRefusal(76021, "cgi_path not found");

    /// <exception cref="PlatformRefusal">48006 when the month's clears are used up.</exception>
    private void Count(string which, int most)
    {
        lock (journal.Gate)
        {
            var key = $"{which} {clock.InChina().ToString("yyyy-MM", CultureInfo.InvariantCulture)}";
            var count = _clears.Find(key);
            if (count >= most) throw new PlatformRefusal(48006, "forbid to clear quota because of reaching the limit");
            _clears.Put(key, count + 1);
        }
    }
}
