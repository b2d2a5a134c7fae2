using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Followers;

namespace UnionBot.Sandbox.Users;

/// <summary>Followers whom the account does not want to hear.</summary>
internal sealed class BlacklistApi(FollowerDirectory followers, FollowerBook book)
{
    private const int PageSize = 1_000;
    private const int MostInABatch = 20;

    public void Map(PlatformRoutes routes)
    {
        routes.Post("/cgi-bin/tags/members/getblacklist", Page);
        routes.Post("/cgi-bin/tags/members/batchblacklist", call => Set(call, FollowerFlags.Blacklisted));
        routes.Post("/cgi-bin/tags/members/batchunblacklist", call => Set(call, FollowerFlags.None));
    }

    private object Page(PlatformCall call)
    {
        var after = call.Text("begin_openid");
        var from = after.Length == 0 ? 0 : (followers.Find(after) ?? throw PlatformRefusal.InvalidOpenId()) + 1;
        var page = Enumerable.Range(from, followers.Count - from)
            .Where(follower => book[follower].IsBlacklisted)
            .Take(PageSize)
            .Select(followers.OpenId)
            .ToArray();
        var total = book.CountWhere(row => row.IsBlacklisted);
        return page.Length == 0
            ? new { total, count = 0, next_openid = "" }
            : new { total, count = page.Length, data = new { openid = page }, next_openid = page[^1] };
    }

    private object Set(PlatformCall call, FollowerFlags flag)
    {
        var list = call.Body.Items("openid_list");
        if (list.Count is 0 or > MostInABatch) throw new PlatformRefusal(40032, "invalid openid list size");

        var numbers =
            list.Select(openId => followers.Find(openId.ToString()) ?? throw PlatformRefusal.InvalidOpenId()).ToArray();
        foreach (var follower in numbers)
        {
            book.Change(follower, (ref FollowerRow row) => row.Flags = (row.Flags & ~FollowerFlags.Blacklisted) | flag);
        }

        return PlatformJson.Ok;
    }
}
