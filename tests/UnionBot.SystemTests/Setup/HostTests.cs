using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;
using UnionBot.Chat.Understanding;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup;

namespace UnionBot.SystemTests.Setup;

public sealed class HostTests(HostTests.Running running) : IClassFixture<HostTests.Running>
{
    [Fact]
    public async Task A_bot_with_its_database_lives_and_is_ready()
    {
        var bot = running.Bot;

        Assert.Equal("live", await bot.Client.GetStringAsync("/health/live"));
        await Eventually.HoldsAsync(async () => (await bot.Client.GetAsync("/health/ready")).IsSuccessStatusCode);
        Assert.Equal("ready", await bot.Client.GetStringAsync("/health/ready"));

        var details = await bot.Management.GetFromJsonAsync<JsonElement>("/health");
        Assert.Equal(
            ["database", "migrations", "keys", "templates"],
            details.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/health")]
    public async Task What_operators_see_is_not_there_for_everyone_whatever_host_they_name(string path)
    {
        var bot = running.Bot;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = bot.Management.BaseAddress!.Authority;

        Assert.NotEqual(HttpStatusCode.NotFound, (await bot.Management.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bot.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/chat")]
    [InlineData("/chat.css")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/wechat?signature=1&timestamp=2&nonce=3&echostr=4")]
    [InlineData("/nowhere")]
    public async Task No_browser_may_guess_the_type_of_what_is_answered(string path)
    {
        foreach (var client in new[] { running.Bot.Client, running.Bot.Management })
            Assert.Equal("nosniff", Assert.Single((await client.GetAsync(path)).Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("/chat")]
    [InlineData("/chat.css")]
    public async Task What_people_see_is_not_there_by_the_operators_door(string path)
    {
        Assert.Equal(HttpStatusCode.OK, (await running.Bot.Client.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await running.Bot.Management.GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("/wechat")]
    public async Task What_is_not_built_or_not_set_up_is_not_found(string path)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await running.Bot.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_broken_template_refuses_the_start_with_file_line_and_reason()
    {
        var refusal = await Assert.ThrowsAsync<SetupException>(() => RunningBot.StartAsync(
            running.Database,
            services => services.AddSingleton<TemplateBook>(
                _ => throw new BrokenFileException("replies/chat/menu.hbs", 3, "{{#each is never closed"))));

        Assert.Equal("replies/chat/menu.hbs, line 3: {{#each is never closed", refusal.Message);
    }

    [Fact]
    public async Task A_dialog_without_title_and_words_refuses_the_start()
    {
        var refusal = await Assert.ThrowsAsync<SetupException>(
            () => RunningBot.StartAsync(running.Database, services => services.AddScoped<IDialog, DialogNobodyCanOpen>()));

        Assert.EndsWith("membership.yaml, line 1: There is no entry for the dialog 'membership/unheard'.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_and_the_bot_does_not_start()
    {
        var taken = running.Bot.Client.BaseAddress!.ToString().TrimEnd('/');

        var refusal = await Assert.ThrowsAsync<SetupException>(
            () => RunningBot.StartAsync(running.Database, ("Urls", taken)));

        Assert.Contains(taken, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_refuses_the_start_and_names_its_id()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (await RunningBot.StartAsync(database)) { }

        var refusal = await Assert.ThrowsAsync<SetupException>(
            () => RunningBot.StartAsync(database, ("Encryption:Keys", $"test:{RunningBot.Key(9)}")));
        Assert.Contains("'test'", refusal.Message, StringComparison.Ordinal);

        var missing = await Assert.ThrowsAsync<SetupException>(
            () => RunningBot.StartAsync(database, ("Encryption:Keys", $"other:{RunningBot.Key(9)}")));
        Assert.Contains("lacks key 'test'", missing.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await database.ScalarAsync<long>("SELECT count(*) FROM key_proof WHERE key_id = 'other'"));
    }

    [Fact]
    public async Task A_database_that_is_gone_is_told_at_once_and_all_is_well_when_it_is_back()
    {
        using var server = await LoneServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(
            running.Database, ("ConnectionStrings:UnionBot", server.ConnectionString));
        await Eventually.HoldsAsync(() => IsReadyAsync(bot));

        await server.StopAsync();
        await Eventually.HoldsAsync(async () => !await IsReadyAsync(bot));
        Assert.Equal("live", await bot.Client.GetStringAsync("/health/live"));

        await server.StartAgainAsync();
        await Eventually.HoldsAsync(() => IsReadyAsync(bot));
        Assert.False(IsStopping(bot));
    }

    [Fact]
    public async Task A_bot_whose_database_is_gone_stops_when_it_is_told_to()
    {
        using var server = await LoneServer.StartAsync();
        var bot = await RunningBot.StartAsync(
            running.Database,
            services => services.PostConfigure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2)),
            ("ConnectionStrings:UnionBot", server.ConnectionString));
        await Eventually.HoldsAsync(() => IsReadyAsync(bot));
        await server.StopAsync();

        await bot.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_bot_that_starts_before_its_database_is_ready_once_that_is_there()
    {
        using var server = await LoneServer.StartEmptyAsync();
        await server.StopAsync();

        await using var bot = await RunningBot.StartAsync(
            running.Database, ("ConnectionStrings:UnionBot", server.ConnectionString));
        Assert.False(await IsReadyAsync(bot));

        await server.StartAgainAsync();
        await Eventually.HoldsAsync(() => IsReadyAsync(bot));
        Assert.False(IsStopping(bot));
    }

    [Fact]
    public async Task Health_answers_at_once_while_the_database_hangs()
    {
        using var server = await LoneServer.StartAsync();
        await using var bot = await RunningBot.StartAsync(
            running.Database, ("ConnectionStrings:UnionBot", server.ConnectionString));
        await Eventually.HoldsAsync(() => IsReadyAsync(bot));

        // Less than a statement of the database's may take: whoever waited for the database would be heard too late.
        using var impatient = new HttpClient { BaseAddress = bot.Client.BaseAddress, Timeout = TimeSpan.FromSeconds(10) };
        using (await server.FreezeAsync())
        {
            await Eventually.HoldsAsync(async () => (await impatient.GetAsync("/health/ready")).StatusCode != HttpStatusCode.OK);
            Assert.Equal("live", await impatient.GetStringAsync("/health/live"));
        }

        await Eventually.HoldsAsync(() => IsReadyAsync(bot));
    }

    [Fact]
    public async Task Metrics_are_those_of_the_bot_in_a_form_that_Prometheus_reads()
    {
        var bot = running.Bot;
        await bot.Client.GetStringAsync("/health/live");

        await Eventually.HoldsAsync(async () => (await bot.Management.GetStringAsync("/metrics")).Contains(
            "http_server_request_duration_seconds_count{", StringComparison.Ordinal));
        var lines = (await bot.Management.GetStringAsync("/metrics")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.Matches(
            """^(# (HELP|TYPE) \S+ .*|[a-zA-Z_][\w]*(\{([\w]+="[^"]*",?)*\})? (NaN|[-+]?[\d.]+([eE][-+]?\d+)?))$""", line));
        Assert.DoesNotContain(lines, line => line.Contains("Password", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A bot for those who only look at it, and its database.</summary>
    public sealed class Running : IAsyncLifetime
    {
        public TestDatabase Database { get; private set; } = null!;

        public RunningBot Bot { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Database = await TestDatabase.CreateAsync();
            Bot = await RunningBot.StartAsync(Database);
        }

        public async Task DisposeAsync()
        {
            await Bot.DisposeAsync();
            await Database.DisposeAsync();
        }
    }

    /// <summary>A worker in the background that fails takes the whole bot with it.</summary>
    private static bool IsStopping(RunningBot bot) =>
        bot.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested;

    private static async Task<bool> IsReadyAsync(RunningBot bot) =>
        (await bot.Client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK;

    private sealed class DialogNobodyCanOpen : OneTurnDialog
    {
        public override string Name => "membership/unheard";

        protected override ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
            ValueTask.FromResult<IReadOnlyList<IReply>>([]);
    }
}
