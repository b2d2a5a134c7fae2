using UnionBot.SystemTests.EndToEnd;

namespace UnionBot.SystemTests.Talks;

/// <summary>Questions in people's own words, asked of the whole bot.</summary>
public sealed class KnowledgeTalkTests(KnowledgeTalkTests.EarnestCity city) : IClassFixture<KnowledgeTalkTests.EarnestCity>
{
    private static readonly TalkFolder Folder = TalkFolder.Beside("Knowledge");

    public static TheoryData<string> Talks => [.. Folder.Names];

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task A_question_is_answered(string name)
    {
        var talk = Folder.Read(name);

        await TalkPlayer.PlayAsync(talk, await CityStage.EnterAsync(city, talk));
    }

    [Fact]
    public async Task Invented_places_are_told_in_the_demo_and_nowhere_else()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        Assert.DoesNotContain("演示", await city.SayAsync(worker, "附近哪有能喝热水歇脚的地方"), StringComparison.Ordinal);

        await using var demo = await City.StartAsync();
        Assert.Contains("演示", await demo.SayAsync(await demo.Sandbox.AddFollowerAsync(), "附近哪有能喝热水歇脚的地方"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_of_a_wish_names_the_answer_that_was_given()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        await city.SayAsync(worker, "我要报名参加健步走");

        Assert.Equal("knowledge/activity-signup", await city.Database.ScalarAsync<string>(
            "SELECT subject FROM union_case WHERE kind = 'knowledge/wish' ORDER BY id DESC LIMIT 1"));
    }

    /// <summary>A bot that is no demo.</summary>
    public sealed class EarnestCity : City
    {
        protected override (string Name, string Value)[] MoreSettings => [("Demo:Enabled", "false")];
    }
}
