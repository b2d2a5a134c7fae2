using System.Text;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Tags;

namespace UnionBot.Sandbox.Users;

/// <summary>Who follows, what the platform tells of them, and remarks.</summary>
internal sealed class UserApi(FollowerDirectory followers, FollowerBook book, TagBook tags)
{
    private const int PageSize = 10_000;
    private const int MostInABatch = 100;

    public void Map(PlatformRoutes routes)
    {
        routes.Get("/cgi-bin/user/info", call => InfoOf(call.Query("openid")));
        routes.Post("/cgi-bin/user/info/batchget", Batch);
        routes.Get("/cgi-bin/user/get", call => Page(call.Query("next_openid"), row => row.Follows));
        routes.Post("/cgi-bin/user/tag/get", PageOfTag);
        routes.Post("/cgi-bin/user/info/updateremark", Remark);
    }

    private object Batch(PlatformCall call)
    {
        var list = call.Body.Items("user_list");
        if (list.Count is 0 or > MostInABatch) throw new PlatformRefusal(40032, "invalid openid list size");
        return new { user_info_list = list.Select(user => InfoOf(user.Text("openid"))).ToArray() };
    }

    private object InfoOf(string openId)
    {
        var follower = followers.Find(openId) ?? throw PlatformRefusal.InvalidOpenId();
        var row = book[follower];
        if (!row.Follows) return new { subscribe = 0, openid = openId };

        var profile = followers.ProfileOf(follower);
        return new
        {
            subscribe = 1,
            openid = openId,
            nickname = "",
            sex = 0,
            language = "zh_CN",
            city = "",
            province = "",
            country = "",
            headimgurl = "",
            subscribe_time = row.SubscribedAt,
            remark = profile.Remark ?? "",
            groupid = 0,
            tagid_list = tags.IdsOf(row),
            subscribe_scene = SceneOf(row.Scene),
            qr_scene = profile.QrScene ?? 0,
            qr_scene_str = profile.QrSceneText ?? "",
        };
    }

    private static string SceneOf(SubscribeScene scene) => scene switch
    {
        SubscribeScene.QrCode => "ADD_SCENE_QR_CODE",
        SubscribeScene.ProfileCard => "ADD_SCENE_PROFILE_CARD",
        SubscribeScene.Search => "ADD_SCENE_SEARCH",
        _ => "ADD_SCENE_OTHERS",
    };

    private object PageOfTag(PlatformCall call)
    {
        var tag = tags.Find(call.Text("tagid")) ?? throw new PlatformRefusal(45159, "invalid tag");
        return Page(call.Text("next_openid"), row => row.Follows && row.HasTag(tag.Bit));
    }

    /// <summary>Up to 10,000 after the one named; an empty page has no data.</summary>
    private object Page(string after, Func<FollowerRow, bool> belongs)
    {
        var from = after.Length == 0 ? 0 : (followers.Find(after) ?? throw PlatformRefusal.InvalidOpenId()) + 1;
        var page = Enumerable.Range(from, followers.Count - from)
            .Where(follower => belongs(book[follower]))
            .Take(PageSize)
            .Select(followers.OpenId)
            .ToArray();
        var total = book.CountWhere(belongs);
        return page.Length == 0
            ? new { total, count = 0, next_openid = "" }
            : new { total, count = page.Length, data = new { openid = page }, next_openid = page[^1] };
    }

    private object Remark(PlatformCall call)
    {
        var follower = followers.Find(call.Text("openid")) ?? throw PlatformRefusal.InvalidOpenId();
        var remark = call.Text("remark");
        if (Encoding.UTF8.GetByteCount(remark) >= 30) throw new PlatformRefusal(40056, "invalid remark size");
        if (!book[follower].Follows) throw PlatformRefusal.NotFollowing();

        followers.ChangeProfile(follower, profile => profile with { Remark = remark });
        return PlatformJson.Ok;
    }
}
