using System.Text.Json.Nodes;
using UnionBot.Core.People;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Broadcasts;

public sealed class BroadcastCommandTests(BroadcastOffice office) : IClassFixture<BroadcastOffice>
{
    [Fact]
    public async Task One_creates_from_a_file_another_approves_and_the_fate_of_each_is_exported()
    {
        using var commands = OperatorConsole.On(office.Database);
        await office.StaffAsync("cmd-w", RoleKind.Operator);
        await office.StaffAsync("cmd-a", RoleKind.Approver);
        var person = await office.MemberAsync("cmd-worker", 22, "王秀英", "护工护理员");

        var created = await commands.RunAsync("broadcast", "create", "--file", File(commands, Yaml()), "--as", "cmd-w");
        Assert.Equal((ExitCodes.Ok, ""), (created.Code, created.Errors));
        var number = created.Output;

        Assert.Contains("needs the role Approver", (await commands.RunAsync("broadcast", "approve", number, "--as", "cmd-w")).Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, (await commands.RunAsync("broadcast", "approve", number, "--as", "cmd-a")).Code);
        await office.OpenWindowAsync(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
        await office.MinuteAsync();

        var status = JsonNode.Parse((await commands.RunAsync("broadcast", "status", number)).Output)!;
        Assert.Equal(("sending", 1), ((string)status["state"]!, (int)status["people"]!));
        Assert.Equal(("mass", "queued", 1), ((string)status["counts"]![0]!["route"]!, (string)status["counts"]![0]!["state"]!, (int)status["counts"]![0]!["people"]!));
        var export = (await commands.RunAsync("outbox", "export", number)).Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(["person,channel,state,reason,error,attempts,platform_id,batch,batch_total,batch_filtered,batch_sent,batch_failed", $"{person},mass,queued,,,0,,,,,,"], export);
    }

    [Fact]
    public async Task A_file_with_mistakes_names_the_line_and_the_field_of_each()
    {
        using var commands = OperatorConsole.On(office.Database);
        await office.StaffAsync("bad-w", RoleKind.Operator);
        var file = File(commands, Yaml().Replace("channel: mass", "channel: pigeon", StringComparison.Ordinal)
            .Replace("济南市总工会", "火星总工会", StringComparison.Ordinal).Replace("[护工护理员]", "[飞行员]", StringComparison.Ordinal));

        var refused = await commands.RunAsync("broadcast", "create", "--file", file, "--as", "bad-w");

        Assert.Equal(ExitCodes.Failed, refused.Code);
        Assert.Contains("line 2: channel: ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("line 5: organisation: 没有叫“火星总工会”的工会", refused.Errors, StringComparison.Ordinal);

        file = File(commands, Yaml().Replace("[护工护理员]", "[飞行员]", StringComparison.Ordinal).Replace("带身份证", "{{身份证}}", StringComparison.Ordinal));
        refused = await commands.RunAsync("broadcast", "create", "--file", file, "--as", "bad-w");
        Assert.Contains("line 6: worker-types: ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("line 7: text: 没有“身份证”这个字段", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: 春送岗位", "titel: 春送岗位", "line 1: 'titel' is not known here")]
    [InlineData("from: ", "form: ", "'form' is not known in window")]
    public async Task A_field_that_nobody_knows_is_named_with_its_line(string right, string wrong, string expected)
    {
        using var commands = OperatorConsole.On(office.Database);
        await office.StaffAsync($"odd-{wrong[..4]}", RoleKind.Operator);

        var refused = await commands.RunAsync(
            "broadcast", "create", "--file", File(commands, Yaml().Replace(right, wrong, StringComparison.Ordinal)), "--as", $"odd-{wrong[..4]}");

        Assert.NotEqual(ExitCodes.Ok, refused.Code);
        Assert.Contains(expected, refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_not_in_the_account_or_stands_beside_a_text_is_named()
    {
        using var commands = OperatorConsole.On(office.Database);
        await office.StaffAsync("draft-w", RoleKind.Operator);
        var both = Yaml().Replace("window:", "draft: nowhere\nwindow:", StringComparison.Ordinal);
        var alone = string.Join('\n', both.ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith("text:", StringComparison.Ordinal)));

        Assert.Contains("draft: 文字和图文只能选一样", (await CreateAsync(both)).Errors, StringComparison.Ordinal);
        Assert.Contains("draft: 公众号草稿箱里没有这一篇", (await CreateAsync(alone)).Errors, StringComparison.Ordinal);

        Task<OperatorConsole.Printed> CreateAsync(string yaml) => commands.RunAsync("broadcast", "create", "--file", File(commands, yaml), "--as", "draft-w");
    }

    [Fact]
    public async Task A_missing_field_is_named()
    {
        using var commands = OperatorConsole.On(office.Database);
        await office.StaffAsync("gap-w", RoleKind.Operator);

        var refused = await commands.RunAsync("broadcast", "create", "--file", File(commands, "title: 春送岗位\n"), "--as", "gap-w");

        Assert.Contains("text: 还没有写", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("window from: ", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_does_anything_under_a_name_that_is_no_staffs()
    {
        using var commands = OperatorConsole.On(office.Database);

        var refused = await commands.RunAsync("broadcast", "create", "--file", File(commands, Yaml()), "--as", "nobody");

        Assert.Equal((ExitCodes.Failed, true), (refused.Code, refused.Errors.Contains("Nobody on the list of staff signs in as, or has number, nobody", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_number_of_the_list_names_somebody_too_who_needs_a_role_with_an_account_or_without()
    {
        using var commands = OperatorConsole.On(office.Database);
        var writer = await office.StaffAsync("num-w", RoleKind.Operator);
        var roleless = await office.AsAsync<StaffRegister, long?>(register => register.AddAsync("陈静", null, CancellationToken.None));
        var number = (await commands.RunAsync("broadcast", "create", "--file", File(commands, Yaml()), "--as", $"{writer}")).Output;

        var refused = await commands.RunAsync("broadcast", "approve", number, "--as", $"{roleless}");

        Assert.Equal((ExitCodes.Failed, true), (refused.Code, refused.Errors.StartsWith("没有这条群发", StringComparison.Ordinal)));
    }

    private static string File(OperatorConsole commands, string text) => commands.Write($"{Guid.CreateVersion7():N}.yaml", text);

    private string Yaml() =>
        $"""
        title: 春送岗位
        channel: mass
        purpose: campaign
        audience:
          organisation: 济南市总工会
          worker-types: [护工护理员]
        text: 春送岗位招聘会周六上午在泉城广场，带身份证就能来。
        window:
          from: {StaffWork.Show(office.Content.NotBefore)}
          until: {StaffWork.Show(office.Content.NotAfter)}

        """;
}
