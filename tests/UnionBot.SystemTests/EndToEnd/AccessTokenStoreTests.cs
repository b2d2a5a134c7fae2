using Microsoft.Extensions.DependencyInjection;
using UnionBot.SystemTests.Hosting;
using UnionBot.WeChat.Api;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>The one token of the account in a row of the database: whoever replaces it must have seen it.</summary>
public sealed class AccessTokenStoreTests : IAsyncLifetime
{
    private City _city = null!;

    private IAccessTokenStore Store => _city.Bot.Services.GetRequiredService<IAccessTokenStore>();

    public async Task InitializeAsync()
    {
        _city = await City.StartAsync();

        // The menu of the start is through, so that nobody else uses the token meanwhile.
        await Eventually.HoldsAsync(async () => await _city.Database.ScalarAsync<long>("SELECT count(*) FROM published_menu WHERE at IS NOT NULL") == 1);
    }

    public async Task DisposeAsync() => await _city.DisposeAsync();

    [Fact]
    public async Task Of_many_who_saw_the_same_token_one_replaces_it()
    {
        for (var race = 0; race < Effort.Of(ordinary: 1, full: 200); race++)
        {
            var seen = await Store.ReadAsync(CancellationToken.None);

            var replaced = await ReplaceAsync(seen);

            var winner = Assert.Single(replaced, state => state is not null)!;
            Assert.Equal((seen.Version + 1, winner.Token), (winner.Version, (await Store.ReadAsync(CancellationToken.None)).Token));
        }
    }

    [Fact]
    public async Task Of_many_who_saw_none_one_keeps_the_first()
    {
        for (var race = 0; race < Effort.Of(ordinary: 1, full: 200); race++)
        {
            await _city.Database.ExecuteAsync("DELETE FROM access_token");

            Assert.Single(await ReplaceAsync(await Store.ReadAsync(CancellationToken.None)), state => state is not null);
        }
    }

    [Fact]
    public async Task Two_hosts_whose_token_died_ask_for_another_once_and_both_send()
    {
        await using var second = await _city.NewBotAsync();
        var clients = new[] { _city.Bot, second }.Select(bot => bot.Services.GetRequiredService<WeChatClient>()).ToArray();
        await Task.WhenAll(clients.Select(client => client.Account.ApiAddressesAsync()));
        var forced = await ForcedAsync();
        await _city.Sandbox.ControlAsync("/sandbox/token/expire?byAge=true", new { });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => clients[n % 2].Account.ApiAddressesAsync()));

        Assert.All(answers, answer => Assert.Equal(SendOutcome.Sent, answer.Outcome));
        Assert.Equal(forced + 1, await ForcedAsync());
    }

    private Task<AccessTokenState?[]> ReplaceAsync(AccessTokenState seen) => Task.WhenAll(Enumerable.Range(0, 16).Select(n =>
        Store.TryReplaceAsync(
            seen, seen with { Token = new AccessToken($"T{n}", DateTimeOffset.UnixEpoch.AddSeconds(n)) }, CancellationToken.None)));

    private Task<int> ForcedAsync() => _city.Database.ScalarAsync<int>("SELECT forced_count FROM access_token");
}
