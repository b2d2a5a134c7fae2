using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Setup;

/// <summary>What <c>check</c> says although nothing is wrong.</summary>
public sealed class OperatorNoteTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Theory]
    [InlineData("Sms:Url", "https://sms.example.org/send", "sender of short messages")]
    [InlineData("PublicUrl", "https://wx.example.org", "opens on this machine only")]
    [InlineData("Alarm:WebhookUrl", "https://pager.example.org", "day and night")]
    public async Task What_is_not_set_is_noted_with_what_to_do_and_no_longer_once_it_is_set(string setting, string value, string advice)
    {
        var without = await CheckAsync();
        var with = await CheckAsync((setting, value));

        var note = Assert.Single(without.Output.Split('\n'), line => line.StartsWith($"note  {setting}: ", StringComparison.Ordinal));
        Assert.Contains(advice, note, StringComparison.Ordinal);
        Assert.DoesNotContain($"note  {setting}: ", with.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Ok, ExitCodes.Ok), (without.Code, with.Code));
    }

    [Fact]
    public async Task The_hotlines_are_always_to_be_confirmed_in_the_file_that_holds_them()
    {
        var check = await CheckAsync(
            ("Sms:Url", "https://sms.example.org"), ("PublicUrl", "https://wx.example.org"), ("Alarm:WebhookUrl", "https://pager.example.org"));

        var note = Assert.Single(check.Output.Split('\n'), line => line.StartsWith("note  ", StringComparison.Ordinal));
        Assert.Contains("12351, 12356, 110", note, StringComparison.Ordinal);
        Assert.Contains("templates/understanding/hotlines.yaml", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_still_a_fault()
    {
        var check = await CheckAsync(("Encryption:Keys", $"test:{RunningBot.Key(9)}"));

        Assert.Equal(ExitCodes.Failed, check.Code);
        Assert.Contains("note  hotlines", check.Output, StringComparison.Ordinal);
    }

    private async Task<OperatorConsole.Printed> CheckAsync(params (string Name, string Value)[] settings)
    {
        using (var first = OperatorConsole.On(fixture.Database)) await first.RunAsync("migrate");

        using var console = OperatorConsole.On(fixture.Database, settings);
        return await console.RunAsync("check");
    }
}
