using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Tags;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Mass;

/// <summary>/cgi-bin/message/mass/…</summary>
internal sealed class MassApi(
    MassBook jobs,
    MassReader reader,
    MassMailer mailer,
    FollowerDirectory followers,
    FollowerBook book,
    TagBook tags,
    Talks talks,
    Journal journal)
{
    private const int MostInAList = 10_000;

    private static readonly (int Speed, int RealSpeed)[] Speeds = [(0, 80), (1, 60), (2, 45), (3, 30), (4, 10)];

    private readonly Table<int> _speed = journal.Open<int>("mass-speed");

    public void Map(PlatformRoutes routes)
    {
        routes.Post("/cgi-bin/message/mass/sendall", SendAll);
        routes.Post("/cgi-bin/message/mass/send", SendList);
        routes.Post("/cgi-bin/message/mass/preview", Preview);
        routes.Post("/cgi-bin/message/mass/get", Status);
        routes.Post("/cgi-bin/message/mass/delete", Delete);
        routes.Post("/cgi-bin/message/mass/speed/get", _ => ShowSpeed());
        routes.Post("/cgi-bin/message/mass/speed/set", SetSpeed);
    }

    private object SendAll(PlatformCall call)
    {
        var filter = call.Body.Part("filter");
        if (filter.Flag("is_to_all")) return Send(call, "all", (_, _) => true, toAll: true);

        var tag = tags.Find(filter.Text("tag_id")) ?? throw new PlatformRefusal(40152, "invalid tag_id");
        return Send(call, $"tag {tag.Id}", (_, row) => row.HasTag(tag.Bit), toAll: false);
    }

    private object SendList(PlatformCall call)
    {
        var openIds = call.Body.Items("touser").Select(openId => openId.ToString()).ToArray();
        if (openIds.Length < 2) throw new PlatformRefusal(40130, "invalid openid list size, at least two openid");
        if (openIds.Length > MostInAList) throw new PlatformRefusal(40032, "invalid openid list size");

        var wanted = openIds
            .Select(openId => followers.Find(openId) ?? throw new PlatformRefusal(40031, "invalid openid list"))
            .ToHashSet();
        return Send(call, string.Join(' ', openIds), (follower, _) => wanted.Contains(follower), toAll: false);
    }

    private object Send(PlatformCall call, string audience, Func<int, FollowerRow, bool> wanted, bool toAll)
    {
        lock (journal.Gate)
        {
            var clientId = ClientId(call, audience);
            jobs.CheckClientId(clientId);
            jobs.CheckAccount(toAll);
            var draft = reader.Read(call.Body, "mass", consume: true);
            var job = jobs.Add(call.Text("msgtype"), toAll, clientId);
            mailer.Deliver(job, draft, wanted);
            return new
            {
                errcode = 0,
                errmsg = "send job submission success",
                msg_id = job.MessageId,
                msg_data_id = job.DataId,
            };
        }
    }

    /// <summary>Without an id of the caller's, the platform makes one from audience and content.</summary>
    private static string ClientId(PlatformCall call, string audience)
    {
        if (call.Text("clientmsgid") is { Length: > 0 } own) return own;

        var content = call.Body.Part(call.Text("msgtype"));
        var text = content.ValueKind == JsonValueKind.Undefined ? "" : content.GetRawText();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{audience}\n{text}")))[..32];
    }

    /// <summary>towxname wins over touser; here a WeChat name is a follower's name.</summary>
    private object Preview(PlatformCall call)
    {
        var name = call.Text("towxname");
        var follower = name.Length > 0
            ? followers.Search(name).Select(number => (int?)number).FirstOrDefault()
            : followers.Find(call.Text("touser"));
        if (follower is not { } receiver) throw PlatformRefusal.InvalidOpenId();
        if (!book[receiver].Follows) throw PlatformRefusal.NotFollowing();

        var bubble = talks.Add(receiver, reader.Read(call.Body, "preview", consume: false));
        return new { errcode = 0, errmsg = "preview success", msg_id = bubble.Seq };
    }

    private object Status(PlatformCall call)
    {
        var job = Job(call);
        return new { msg_id = job.MessageId, msg_status = job.IsDeleted ? "DELETE" : "SEND_SUCCESS" };
    }

    /// <summary>Only articles and videos can be taken back; the card stays in the talks.</summary>
    private object Delete(PlatformCall call)
    {
        var job = Job(call);
        if (job.Kind is not ("mpnews" or "mpvideo")) throw new PlatformRefusal(40204, "invalid msg type");

        jobs.Delete(job);
        return PlatformJson.Ok;
    }

    private MassJob Job(PlatformCall call) =>
        call.Body.Number("msg_id") is { } id && jobs.Find(id) is { } job
            ? job
            : throw new PlatformRefusal(40059, "invalid msg id");

    private object ShowSpeed()
    {
        var (speed, real) = Speeds[_speed.Find("speed")];
        return new { speed, realspeed = real };
    }

    private object SetSpeed(PlatformCall call)
    {
        if (call.Body.Number("speed") is not (>= 0 and <= 4 and var speed))
            throw new PlatformRefusal(45083, "speed must between 0 and 4");

        _speed.Put("speed", (int)speed);
        return PlatformJson.Ok;
    }
}
