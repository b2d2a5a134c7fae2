using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Knowledge.Review;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Sandbox;

namespace UnionBot.SystemTests.Knowledge;

/// <summary>What nobody understood, looked at and taught by staff while two hosts run.</summary>
public sealed class KnowledgeReviewTests(City city) : IClassFixture<City>
{
    private const string Strange = "呜啦哇啦本本咧";

    [Fact]
    public async Task What_was_not_understood_is_taught_by_one_command_and_known_on_every_host_within_seconds()
    {
        using var console = OperatorConsole.On(city.Database, SandboxUnderTest.AccountOn(city.Sandbox));
        await console.RunAsync("staff", "add", "--name", "赵敏");
        Assert.Equal("Nothing waits for review.", (await console.RunAsync("knowledge", "review", "list", "--as", "1")).Output);
        await using var other = await city.NewBotAsync();
        var worker = await city.Sandbox.AddFollowerAsync();
        await city.SayAsync(worker, $"{Strange}13812340001");
        await city.SayAsync(await city.Sandbox.AddFollowerAsync(), Strange);
        await city.SayAsync(await city.Sandbox.AddFollowerAsync(), Strange);

        var listed = (await console.RunAsync("knowledge", "review", "list", "--as", "1")).Output;
        Assert.Contains("2×", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("13812340001", listed, StringComparison.Ordinal);
        var number = listed.Split('\n')[0].Trim().Split(' ')[0];

        Assert.Equal(1, (await console.RunAsync("knowledge", "review", "add", number, "--to", "answer/no-such", "--as", "1")).Code);
        Assert.Equal(0, (await console.RunAsync("knowledge", "review", "add", number, "--to", "answer/annual-leave", "--as", "1")).Code);
        Assert.Equal(1, (await console.RunAsync("knowledge", "review", "add", number, "--to", "answer/annual-leave", "--as", "1")).Code);

        var again = await console.RunAsync("knowledge", "add", Strange, "--to", "answer/wage-deduction", "--as", "1");
        Assert.Contains("to answer/annual-leave; to move it: knowledge withdraw 1", again.Errors, StringComparison.Ordinal);

        foreach (var bot in new[] { city.Bot, other })
        {
            var understanding = bot.Services.GetRequiredService<CurrentUnderstanding>();
            await Eventually.HoldsAsync(() => understanding.Value.Knowledge.Match(Strange, new DateOnly(2026, 11, 27)).Best?.Id == "annual-leave");
        }

        Assert.Contains("answer/annual-leave", (await console.RunAsync("knowledge", "added")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await console.RunAsync("knowledge", "conflicts")).Code);
        Assert.Equal(1L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'knowledge/added'"));
        Assert.Equal(0L, await city.Database.ScalarAsync<long>(
            "SELECT count(*) FROM review_sentence WHERE position($1::bytea in text) > 0", System.Text.Encoding.UTF8.GetBytes(Strange)));

        Assert.Equal(0, (await console.RunAsync("knowledge", "withdraw", "1", "--as", "1")).Code);
        await Eventually.HoldsAsync(() => city.Bot.Services.GetRequiredService<CurrentUnderstanding>()
            .Value.Knowledge.Match(Strange, new DateOnly(2026, 11, 27)).Best is null);
    }

    [Fact]
    public async Task Old_sentences_are_forgotten()
    {
        await city.SayAsync(await city.Sandbox.AddFollowerAsync(), "咿呀咿呀呦嘿");
        await city.Database.ExecuteAsync("UPDATE review_sentence SET seen_at = seen_at - interval '91 days' WHERE status = 0");

        var waiting = await city.Database.ScalarAsync<long>("SELECT count(*) FROM review_sentence WHERE status = 0");
        await using var db = city.Database.Open();
        Assert.InRange(waiting, 1, long.MaxValue);
        Assert.Equal(waiting, (await new ForgetSentences(db).RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None)).Done);
        Assert.Equal(0, (await new ForgetSentences(db).RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None)).Done);
    }
}
