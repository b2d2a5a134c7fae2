using System.Numerics;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Tags;

/// <summary>/cgi-bin/tags/…</summary>
internal sealed class TagApi(
    TagBook tags, FollowerDirectory followers, FollowerBook book, Journal journal, BubbleFeed feed)
{
    private const int MostPerFollower = 20;
    private const int MostInABatch = 50;
    private const int TooManyToDelete = 100_000;
    private const int SystemIds = 2;

    public void Map(PlatformRoutes routes)
    {
        routes.Post("/cgi-bin/tags/create", Create);
        routes.Get("/cgi-bin/tags/get", _ => new
        {
            tags = tags.All.Select(tag => new { id = tag.Id, name = tag.Name, count = tags.CountOf(tag) }).ToArray(),
        });
        routes.Post("/cgi-bin/tags/update", Rename);
        routes.Post("/cgi-bin/tags/delete", Delete);
        routes.Post("/cgi-bin/tags/members/batchtagging", call => Set(call, on: true));
        routes.Post("/cgi-bin/tags/members/batchuntagging", call => Set(call, on: false));
        routes.Post("/cgi-bin/tags/getidlist", call => new
        {
            tagid_list = tags.IdsOf(book[followers.Find(call.Text("openid")) ?? throw PlatformRefusal.InvalidOpenId()]),
        });
    }

    private object Create(PlatformCall call)
    {
        lock (journal.Gate)
        {
            var name = NewName(call);
            if (tags.All.Count >= TagBook.MaxTags)
                throw new PlatformRefusal(45056, "too many tag now, no need to add new");

            var tag = tags.Create(name);
            return new { tag = new { id = tag.Id, name = tag.Name } };
        }
    }

    private object Rename(PlatformCall call)
    {
        lock (journal.Gate)
        {
            tags.Rename(Existing(call.Body.Part("tag").Text("id")), NewName(call));
            return PlatformJson.Ok;
        }
    }

    private object Delete(PlatformCall call)
    {
        var tag = Existing(call.Body.Part("tag").Text("id"));
        if (tags.CountOf(tag) > TooManyToDelete)
            throw new PlatformRefusal(45057, "can't delete the tag that has too many fans");

        tags.Delete(tag);
        feed.Announce("menu");
        return PlatformJson.Ok;
    }

    private string NewName(PlatformCall call)
    {
        var name = call.Body.Part("tag").Text("name");
        if (name.Length is 0 or > 30) throw new PlatformRefusal(45158, "tag name too long");
        return tags.All.Any(tag => tag.Name == name)
            ? throw new PlatformRefusal(45157, "invalid tag name, duplicate")
            : name;
    }

    private Tag Existing(string id) => tags.Find(id)
        ?? throw (long.TryParse(id, out var number) && number is >= 0 and <= SystemIds
            ? new PlatformRefusal(45058, "can't modify sys tag")
            : new PlatformRefusal(45159, "invalid tag"));

    private object Set(PlatformCall call, bool on)
    {
        lock (journal.Gate)
        {
            var list = call.Body.Items("openid_list");
            if (list.Count is 0 or > MostInABatch) throw new PlatformRefusal(40032, "invalid openid list size");

            var tag = Existing(call.Text("tagid"));
            var numbers = list
                .Select(openId => followers.Find(openId.ToString()) ?? throw PlatformRefusal.InvalidOpenId())
                .ToArray();
            if (on && numbers.Any(follower => IsFull(book[follower], tag)))
                throw new PlatformRefusal(45059, "can't add this tag to a user who has 20 tags already");

            foreach (var follower in numbers)
            {
                book.Change(follower, (ref FollowerRow row) => row.SetTag(tag.Bit, on));
            }

            feed.Announce("menu");
            return PlatformJson.Ok;
        }
    }

    private static bool IsFull(FollowerRow row, Tag tag) =>
        !row.HasTag(tag.Bit)
        && BitOperations.PopCount(row.TagsLow) + BitOperations.PopCount(row.TagsHigh) >= MostPerFollower;
}
