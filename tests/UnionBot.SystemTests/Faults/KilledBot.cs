using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;

namespace UnionBot.SystemTests.Faults;

/// <summary>
/// A bot that was killed (kill -9) twice, each time while the messages of several followers provably stood at different
/// steps, and started again. What became of each follower is read once; a test looks at one of them.
/// </summary>
public sealed class KilledBot : IAsyncLifetime
{
    private const string Send = "/cgi-bin/message/custom/send";
    private const int ForGood = 60_000;

    private readonly Dictionary<Stand, string> _openIds = [];
    private readonly Dictionary<Stand, FollowerRecord> _records = [];
    private readonly Dictionary<Stand, JsonNode> _results = [];
    private readonly List<(Stand Stand, Task<JsonNode> Said)> _saying = [];

    private LoneServer _server = null!;
    private KillableCity _city = null!;

    /// <summary>Where a message stood when the bot was killed.</summary>
    internal enum Stand
    {
        /// <summary>The first message of somebody new, not yet kept.</summary>
        NotKept,

        /// <summary>Decided in a batch; the database finishes the statement although the bot is dead.</summary>
        CommitOutlivesBot,

        /// <summary>Decided in a batch; the statement dies with the bot.</summary>
        CommitDiesWithBot,

        /// <summary>Kept, its own transaction not begun; the platform still waits.</summary>
        Kept,

        /// <summary>Kept and acknowledged: the platform will not deliver it again.</summary>
        Acknowledged,

        /// <summary>In the middle of a binding: the code is used, the member not yet bound.</summary>
        InTurn,

        /// <summary>A batch's turn, committed; the answer not given.</summary>
        BatchCommitted,

        /// <summary>A turn of its own, committed; the answer not given.</summary>
        AloneCommitted,

        /// <summary>Two messages to one person: the platform took the first and has not said so; the second is claimed.</summary>
        Sending,

        /// <summary>The platform took it and said so; not yet recorded.</summary>
        NotRecorded,

        /// <summary>A photo whose file is being fetched.</summary>
        Fetching,
    }

    internal KillableCity City => _city;

    /// <summary>What the database and the platform hold of a follower in the end.</summary>
    internal FollowerRecord RecordOf(Stand stand) => _records[stand];

    /// <summary>How the platform fared with the message that stood there.</summary>
    internal JsonNode ResultOf(Stand stand) => _results[stand];

    public async Task InitializeAsync()
    {
        _server = await LoneServer.StartAsync();
        // Three tries must last until the bot is up again, on a machine that tests much else meanwhile.
        _city = await KillableCity.OpenAsync(_server.ConnectionString, answerTimeout: "00:00:15");
        await AddFollowersAsync();
        await DieWhileWorkingAsync();
        await DieAfterCommittingAsync();

        await _city.LetTimePassAsync();
        await _city.SettledAsync();
        foreach (var (stand, openId) in _openIds) _records[stand] = await FollowerRecord.ReadAsync(_city, openId);
    }

    public async Task DisposeAsync()
    {
        await _city.DisposeAsync();
        _server.Dispose();
    }

    private async Task DieWhileWorkingAsync()
    {
        await using var acknowledged = await _city.HoldTalkAsync(_openIds[Stand.Acknowledged]);
        Say(Stand.Acknowledged, "人工");
        await BeginFetchingAsync();
        await FinishAsync();
        await BeginSendingAsync();

        await using var kept = await HoldAsync(Stand.Kept, "人工");
        await using var bound = await HeldLock.TakeAsync(_city.Source, "SELECT 1 FROM member FOR UPDATE");
        Say(Stand.InTurn, await CodeAsync());
        await bound.WaitedForAsync();
        await using var outlives = await HoldAsync(Stand.CommitOutlivesBot, "菜单");
        await using var stranger = await HoldStrangerAsync();

        _city.Kill();
        foreach (var held in (HeldLock[])[kept, bound, outlives, stranger, acknowledged]) await held.DisposeAsync();
        await _city.ExecuteAsync(
            "UPDATE inbound SET received_at = received_at - interval '2 minutes' WHERE answered_at IS NULL AND person_id = $1",
            await _city.PersonAsync(_openIds[Stand.Acknowledged]));
        await _city.StartAsync(0);
        await FinishAsync();
    }

    private async Task DieAfterCommittingAsync()
    {
        await using var recorded = await HoldRecordAsync();
        var alone = await HoldAsync(Stand.AloneCommitted, "人工");
        await using var dies = await HoldAsync(Stand.CommitDiesWithBot, "菜单");
        await using (var commits = await HeldCommits.BeginAsync(_city.Source))
        {
            await alone.DisposeAsync();
            await commits.WaitsAsync("COMMIT%");
            Say(Stand.BatchCommitted, "菜单");
            await commits.WaitsAsync("WITH turn AS%");

            _city.Kill();
            await dies.EndWaitersAsync();
            await recorded.EndWaitersAsync();
        }

        await dies.DisposeAsync();
        await recorded.DisposeAsync();
        await _city.StartAsync(0);
        await FinishAsync();
    }

    /// <summary>One follower for each step. Messages of a batch hold up others of their lane, so those get one each.</summary>
    private async Task AddFollowersAsync()
    {
        var free = (await _city.Sandbox.AddFollowersAsync(60)).ToList();
        foreach (var stand in Enum.GetValues<Stand>())
        {
            var lane = stand is Stand.CommitOutlivesBot or Stand.BatchCommitted ? 0 : 1;
            var openId = free.First(f => _city.Ciphers.AddressHash("wechat", f)[0] % 2 == lane);
            free.Remove(openId);
            _openIds[stand] = openId;
            if (stand is not Stand.NotKept) await _city.Sandbox.SayAsync(openId, "你好");
        }

        foreach (var text in (string[])["绑定", KillableCity.Member, KillableCity.MemberPhone])
            await _city.Sandbox.SayAsync(_openIds[Stand.InTurn], text);
    }

    private void Say(Stand stand, string text) => _saying.Add((stand, _city.Sandbox.SayAsync(_openIds[stand], text)));

    /// <summary>Waits until the platform is done with what was said, be it by delivering it again.</summary>
    private async Task FinishAsync()
    {
        foreach (var (stand, said) in _saying) _results[stand] = await said;
        _saying.Clear();
    }

    /// <summary>Says something and keeps the turn from going on.</summary>
    private async Task<HeldLock> HoldAsync(Stand stand, string text)
    {
        var held = await _city.HoldTalkAsync(_openIds[stand]);
        Say(stand, text);
        await held.WaitedForAsync();
        return held;
    }

    private async Task<HeldLock> HoldStrangerAsync()
    {
        var openId = _openIds[Stand.NotKept];
        var held = await HeldLock.TakeAsync(
            _city.Source,
            "INSERT INTO person (channel, address_hash, address, seen_at) VALUES ('wechat', $1, $1, now())",
            _city.Ciphers.AddressHash("wechat", openId));
        Say(Stand.NotKept, "菜单");
        await held.WaitedForAsync();
        return held;
    }

    private async Task BeginFetchingAsync()
    {
        await OrderAsync(new { kind = "delay", path = "/cgi-bin/media/get", delayMs = ForGood });
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);
        await _city.Sandbox.Http.PostAsync($"/sandbox/followers/{_openIds[Stand.Fetching]}/photo", photo);
        await NoFaultIsLeftAsync();
    }

    private async Task BeginSendingAsync()
    {
        await OrderAsync(new { kind = "delayAnswer", path = Send, delayMs = ForGood });
        var openId = _openIds[Stand.Sending];
        await AddToLedgerAsync(openId, "您的材料收到了", "周三上午给您回电话");
        await Eventually.HoldsAsync(async () => (await _city.Sandbox.DeliveredAsync(openId)).Length == 2);
    }

    /// <summary>An answer that comes late, goes out by itself, is taken, and cannot be recorded.</summary>
    private async Task<HeldLock> HoldRecordAsync()
    {
        const string Sending = "person_id = $1 AND status = 1";
        await using (await HoldAsync(Stand.NotRecorded, "人工"))
        {
            await FinishAsync();
            await OrderAsync(new { kind = "delay", path = Send, delayMs = 2_000 });
        }

        var person = await _city.PersonAsync(_openIds[Stand.NotRecorded]);
        await Eventually.HoldsAsync(() => _city.ScalarAsync<bool>(
            $"SELECT EXISTS (SELECT 1 FROM outbound WHERE {Sending})", person));
        var held = await HeldLock.TakeAsync(_city.Source, $"SELECT 1 FROM outbound WHERE {Sending} FOR UPDATE", person);
        await held.WaitedForAsync();
        return held;
    }

    private async Task<string> CodeAsync()
    {
        string? code = null;
        await Eventually.HoldsAsync(async () => (code = await _city.CodeAsync()) is not null);
        return code!;
    }

    private async Task AddToLedgerAsync(string openId, params string[] texts)
    {
        var person = new PersonId(await _city.PersonAsync(openId));
        await using var office = await TestInbox.StartAsync(_server.ConnectionString, RunningBot.Keys);
        await using var scope = office.Get<IServiceScopeFactory>().CreateAsyncScope();
        var now = TimeProvider.System.GetUtcNow();
        OutboundDraft[] drafts = [.. texts.Select((text, n) =>
            new OutboundDraft(person, $"test/{n}", new StaffAnswer(7, text), now, now.AddDays(1)) { Kind = MessageKind.StaffAnswer })];
        await scope.ServiceProvider.GetRequiredService<Outbox>().AddAsync(drafts, CancellationToken.None);
    }

    private async Task OrderAsync(object fault) => await _city.Sandbox.ControlAsync("/sandbox/faults", fault);

    private Task NoFaultIsLeftAsync() => Eventually.HoldsAsync(
        async () => (await _city.Sandbox.GetAsync("/sandbox/faults")).AsArray().Count == 0);
}
