using UnionBot.Chat.Dialogs;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Faults;

/// <summary>
/// A fixed set of followers who talk at once and without a pause until they are told to stop, each in their own way:
/// asking, binding with a code, going to a person, tapping the menu, sending photos, and one whose answers come late.
/// </summary>
internal sealed class TalkOfTheTown
{
    private readonly KillableCity _city;
    private readonly List<(TalkingFollower Who, Task Talk)> _talks = [];
    private volatile bool _isOver;
    private volatile bool _isBound;

    private TalkOfTheTown(KillableCity city) => _city = city;

    /// <param name="copies">How often each word is delivered at the same instant.</param>
    /// <param name="withLateAnswers">Whether one follower's answers are held up, which needs a database that stays.</param>
    public static async Task<TalkOfTheTown> BeginAsync(KillableCity city, int copies = 1, bool withLateAnswers = true)
    {
        var town = new TalkOfTheTown(city);
        List<Func<TalkingFollower, int, Task>> ways =
            [town.AskAsync, town.AskAsync, town.AskAsync, town.GoToAPersonAsync, TapAsync, PhotographAsync];
        if (withLateAnswers) ways.Add(town.WaitForLateAnswerAsync);

        var openIds = await city.Sandbox.AddFollowersAsync(ways.Count + 1);
        var followers = openIds.Select(openId => new TalkingFollower(city, openId, copies)).ToArray();
        foreach (var (who, way) in followers.Zip(ways)) town._talks.Add((who, town.TalkAsync(who, way)));
        town._talks.Add((followers[^1], town.BindThroughAsync(followers[^1])));

        return town;
    }

    /// <summary>Lets everybody finish their word, lets time pass for what a dead host left behind, and compares.</summary>
    public async Task AssertNothingLostNothingTwiceAsync()
    {
        _isOver = true;
        await Task.WhenAll(_talks.Select(talk => talk.Talk));
        await _city.LetTimePassAsync();
        await _city.SettledAsync();

        foreach (var (who, _) in _talks)
            (await FollowerRecord.ReadAsync(_city, who.OpenId)).AssertEachAnswerOnce(who.Messages, who.OutOfOrder);

        await AssertEffectsAsync();
        Assert.True(_talks.Sum(talk => talk.Who.Repeated) > 0, "No fault met a message.");
    }

    public override string ToString() => string.Join('\n', _talks.Select(talk =>
        $"{talk.Who.OpenId}: {talk.Who.Messages} messages, {talk.Who.Repeated} repeated, {talk.Who.OutOfOrder} given up"));

    private async Task AssertEffectsAsync()
    {
        // Bound once, by one consent; one case a person; each photo fetched and kept once.
        Assert.Equal(1L, await _city.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'member/bound'"));
        Assert.Equal(1L, await _city.ScalarAsync<long>("SELECT count(*) FROM member WHERE person_id IS NOT NULL"));
        Assert.Equal(1L, await _city.ScalarAsync<long>("SELECT count(*) FROM consent"));
        Assert.Equal(0L, await _city.ScalarAsync<long>(
            "SELECT count(*) FROM (SELECT 1 FROM union_case GROUP BY person_id, kind HAVING count(*) > 1) twice"));
        Assert.Equal(
            await _city.ScalarAsync<long>($"SELECT count(*) FROM inbound WHERE kind = {(short)InputKind.Photo}"),
            await _city.ScalarAsync<long>("SELECT count(*) FROM media_file WHERE status = 1"));
        Assert.Equal(
            await _city.ScalarAsync<long>("SELECT count(*) FROM media_file"),
            await _city.ScalarAsync<long>("SELECT count(*) FROM media_chunk"));
    }

    private async Task TalkAsync(TalkingFollower who, Func<TalkingFollower, int, Task> way)
    {
        for (var n = 0; !_isOver; n++) await way(who, n);
    }

    /// <summary>A binding that was begun is also finished, however long the faults held it up.</summary>
    private async Task BindThroughAsync(TalkingFollower who)
    {
        for (var n = 0; !_isOver || !_isBound; n++)
        {
            if (_isOver) await _city.HostsRunAsync();
            await BindAsync(who, n);
        }
    }

    private Task AskAsync(TalkingFollower who, int n) => who.SayAsync((n % 3) switch { 0 => "菜单", 1 => "你好", _ => "帮助" });

    private Task GoToAPersonAsync(TalkingFollower who, int n) => who.SayAsync(n % 2 == 0 ? "人工" : "菜单");

    private static Task TapAsync(TalkingFollower who, int n) => who.TapAsync($"key-{n}");

    private static Task PhotographAsync(TalkingFollower who, int n) => who.SendPhotoAsync();

    /// <summary>Says whatever the question they last read asks for, until they are bound.</summary>
    private async Task BindAsync(TalkingFollower who, int n)
    {
        var read = await who.LastReadAsync();
        if (read.Contains("绑定过了", StringComparison.Ordinal) || read.Contains("会员号", StringComparison.Ordinal)
            || read.Contains("已绑定", StringComparison.Ordinal))
        {
            _isBound = true;
            await who.SayAsync("我的会籍");
        }
        else if (read.Contains("请回复您的手机号", StringComparison.Ordinal)) await who.SayAsync(KillableCity.MemberPhone);
        else if (read.Contains("验证码", StringComparison.Ordinal)) await who.SayAsync(await CodeOrAnotherAsync());
        else if (read.Contains("您的姓名", StringComparison.Ordinal)) await who.SayAsync(KillableCity.Member);
        else await who.SayAsync("绑定");
    }

    /// <summary>The code that reached the phone; when none has come after a while, the words that ask for another.</summary>
    private async Task<string> CodeOrAnotherAsync()
    {
        for (var glance = 0; glance < 30; glance++)
        {
            if (await _city.CodeAsync() is { } code) return code;
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        await _city.ExecuteAsync("UPDATE one_time_code SET created_at = created_at - interval '2 minutes'");
        return "重发";
    }

    /// <summary>Their talk is held for longer than the platform waits, so that the answer is a message of its own.</summary>
    private async Task WaitForLateAnswerAsync(TalkingFollower who, int n)
    {
        if (!await _city.KnowsAsync(who.OpenId))
        {
            await who.SayAsync("你好");
            return;
        }

        await using HeldLock held = await _city.HoldTalkAsync(who.OpenId);
        await who.SayAsync("人工");
    }
}
