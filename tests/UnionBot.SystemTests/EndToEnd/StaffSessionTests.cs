using System.Text.Json.Nodes;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>Sessions with the platform's own customer service silence the bot, and never for ever.</summary>
public sealed class StaffSessionTests(City city) : IClassFixture<City>
{
    private const string Open = "kf_create_session";
    private const string Close = "kf_close_session";
    private const string Switch = "kf_switch_session";

    [Fact]
    public async Task The_bot_is_silent_while_a_session_is_open_and_returns_at_its_end()
    {
        var worker = await city.Sandbox.AddFollowerAsync();

        await TellAsync(worker, Open);
        Assert.Equal("", await city.SayAsync(worker, "菜单"));
        await TellAsync(worker, Switch);
        Assert.Equal("", await city.SayAsync(worker, "菜单"));

        await city.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(2));
        await TellAsync(worker, Close);
        Assert.NotEqual("", await city.SayAsync(worker, "菜单"));
    }

    [Fact]
    public async Task Crisis_words_are_answered_in_a_session_too()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        await TellAsync(worker, Open);

        Assert.Contains("12356", await city.SayAsync(worker, "我不想活了"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_whose_end_is_never_told_does_not_silence_the_bot_for_ever()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        await TellAsync(worker, Open);

        await city.Sandbox.AdvanceAsync(StaffSessions.Longest - TimeSpan.FromMinutes(1));
        Assert.Equal("", await city.SayAsync(worker, "菜单"));

        await city.Sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.NotEqual("", await city.SayAsync(worker, "菜单"));
    }

    [Fact]
    public async Task Staff_who_change_keep_the_session_open()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        await TellAsync(worker, Open);
        await city.Sandbox.AdvanceAsync(StaffSessions.Longest - TimeSpan.FromMinutes(1));
        await TellAsync(worker, Switch);

        await city.Sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("", await city.SayAsync(worker, "菜单"));
    }

    [Fact]
    public async Task An_end_without_a_beginning_and_a_second_end_do_no_harm()
    {
        var worker = await city.Sandbox.AddFollowerAsync();

        await TellAsync(worker, Close);
        await TellAsync(worker, Close);
        Assert.NotEqual("", await city.SayAsync(worker, "菜单"));

        await city.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(2));
        await TellAsync(worker, Open);
        Assert.Equal("", await city.SayAsync(worker, "菜单"));
    }

    [Fact]
    public async Task A_beginning_that_is_told_after_its_end_does_not_silence_the_bot()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        var began = await SecondsAsync();

        await city.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(3));
        await TellAsync(worker, Close);
        await city.PostAsync(SignedPush.Event(worker, Open, began, "<KfAccount>a@gh</KfAccount>"));

        Assert.NotEqual("", await city.SayAsync(worker, "菜单"));
    }

    [Fact]
    public async Task Staff_who_own_the_talk_because_of_a_case_keep_it_after_a_session()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        await city.SayAsync(worker, "菜单");
        await city.Database.ExecuteAsync(
            "UPDATE talk SET owned_until = $1 WHERE person_id = (SELECT max(id) FROM person)",
            DateTimeOffset.FromUnixTimeSeconds(await SecondsAsync() + 600));

        await TellAsync(worker, Open);
        await city.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(2));
        await TellAsync(worker, Close);

        Assert.Equal("", await city.SayAsync(worker, "菜单"));
    }

    private Task<JsonNode> TellAsync(string worker, string name) =>
        city.Sandbox.ActAsync(worker, "event", new { @event = name, fields = new { KfAccount = "a@gh" } });

    /// <summary>The platform's time.</summary>
    private async Task<long> SecondsAsync() =>
        DateTimeOffset.Parse((string)(await city.Sandbox.GetAsync("/sandbox/clock"))["now"]!, null).ToUnixTimeSeconds();
}
