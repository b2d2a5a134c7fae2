namespace UnionBot.SystemTests.Talks;

/// <summary>Talks that were saved on the phone page of the demo, held again.</summary>
public sealed class SavedTalkTests(DemoCity city) : IClassFixture<DemoCity>
{
    private static readonly TalkFolder Saved = TalkFolder.Beside("Saved");

    public static TheoryData<string> Talks => [.. Saved.Names];

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task A_saved_talk_goes_as_it_did(string name)
    {
        var talk = Saved.Read(name);

        await TalkPlayer.PlayAsync(talk, await CityStage.EnterAsync(city, talk));
    }

    [Fact]
    public async Task What_the_phone_page_saves_can_be_held_again_as_it_is()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        foreach (var words in new[] { "菜单", "[微笑]", "第一行\n第二行", "人工" }) await city.SayAsync(worker, words);
        await city.Sandbox.ActAsync(worker, "location", new { latitude = 36.6661, longitude = 117.0561, label = "济南市历下区" });
        var saved = await city.Sandbox.Http.GetStringAsync($"/sandbox/followers/{worker}/talk");

        var talk = Talk.Parse("saved", saved.Split('\n'));

        Assert.Equal(["菜单", "[微笑]", "第一行\n第二行", "人工"], talk.Steps.Take(4).Select(step => step.Words));
        Assert.Equal("位置", talk.Steps[4].Deed!.What);
        await TalkPlayer.PlayAsync(talk, await CityStage.EnterAsync(city, talk));
    }

    [Theory]
    [InlineData("菜单\n答: 您好。", "您好。\n再见。")]
    [InlineData("菜单\n答: 编号 {…}，问进展时报这个编号就行。", "编号 ，问进展时报这个编号就行。")]
    [InlineData("菜单\n有: 您好、再见", "您好。")]
    [InlineData("菜单\n没有: 再见", "您好，再见。")]
    public void An_answer_that_differs_is_found(string talk, string answer)
    {
        var checks = Talk.Parse("talk", $"工人: {talk}".Split('\n')).Steps[0].Checks;

        Assert.NotNull(checks.FaultIn(answer));
    }

    [Theory]
    [InlineData("菜单\n答: 您好。\n答:\n答: 再见。", "您好。\n\n再见。")]
    [InlineData("菜单\n答: 编号 {…}，问进展时报这个编号就行。", "编号 17，问进展时报这个编号就行。")]
    [InlineData("菜单\n有: 您好\n没有: 再见", "您好。")]
    public void An_answer_that_fits_passes(string talk, string answer)
    {
        var checks = Talk.Parse("talk", $"工人: {talk}".Split('\n')).Steps[0].Checks;

        Assert.Null(checks.FaultIn(answer));
    }

    [Theory]
    [InlineData("有: 您好")]
    [InlineData("工人: 菜单\n答 您好")]
    [InlineData("职员: 关闭")]
    [InlineData("职员: [关闭 岗位]\n有: 您好")]
    public void A_line_that_is_no_part_of_a_talk_is_named(string lines)
    {
        var error = Assert.Throws<InvalidDataException>(() => Talk.Parse("talk", lines.Split('\n')));

        Assert.Contains("talk, line", error.Message, StringComparison.Ordinal);
    }
}
