using System.Text.RegularExpressions;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Membership;

/// <summary>The command <c>bind-code</c>: how a member is bound whom staff know and whose phone is out of reach.</summary>
public sealed partial class BindCodeCommandTests : IAsyncLifetime
{
    private MemberTalks _talks = null!;
    private OperatorConsole _console = null!;

    [Fact]
    public async Task A_member_without_a_phone_is_bound_by_the_code_that_staff_hand_over()
    {
        var issued = await RunAsync("--member", "NO17", "--reason", "本人到场");

        Assert.Equal(ExitCodes.Ok, issued.Code);
        Assert.Contains("row 17 of the roster, 7 days, once", issued.Output, StringComparison.Ordinal);
        Assert.Contains("王*", await _talks.SayAsync("wang", "绑定", Code().Match(issued.Output).Value), StringComparison.Ordinal);
        Assert.Equal(17L, await _talks.Database.ScalarAsync<long>("SELECT id FROM member WHERE person_id IS NOT NULL"));
        Assert.Equal(0L, await CountAsync("one_time_code"));
    }

    [Fact]
    public async Task Who_issued_it_for_whom_and_why_is_in_the_audit_and_the_code_is_nowhere()
    {
        var code = Code().Match((await RunAsync("--member", "NO17", "--reason", "本人到场")).Output).Value.Replace("-", "", StringComparison.Ordinal);

        Assert.Equal(1L, await CountAsync(
            "audit_entry WHERE action = 'bind-code/issued' AND subject = 'member/17' AND actor_id = 1 AND reason = '本人到场'"));
        Assert.Equal(0L, await CountAsync($"audit_entry WHERE reason LIKE '%{code}%'"));
        Assert.Equal(0L, await CountAsync($"bind_code WHERE position(convert_to('{code}', 'UTF8') IN hash) > 0"));
    }

    [Fact]
    public async Task A_second_code_takes_the_place_of_the_first()
    {
        var first = Code().Match((await RunAsync("--member", "NO17")).Output).Value;
        var second = Code().Match((await RunAsync("--member", "NO17")).Output).Value;

        await _talks.SayAsync("wang", "绑定", first);
        Assert.Equal(0L, await CountAsync("member WHERE person_id IS NOT NULL"));
        await _talks.SayAsync("wang", second);
        Assert.Equal(1L, await CountAsync("member WHERE person_id IS NOT NULL"));
    }

    [Fact]
    public async Task A_number_that_two_unions_use_needs_the_row_of_the_roster()
    {
        await _talks.AddMemberAsync(18, "李强", "13800000002");
        await _talks.Database.ExecuteAsync(
            """
            INSERT INTO organisation (id, path, name, level, region_code) VALUES (2, '2.', '青州市第二棉纺厂工会', 5, '370781');
            UPDATE member SET organisation_id = 2, member_no = 'NO17' WHERE id = 18
            """);

        var unclear = await RunAsync("--member", "NO17");
        var clear = await RunAsync("--member", "18");

        Assert.Equal((ExitCodes.Failed, ""), (unclear.Code, unclear.Output));
        Assert.Contains("17, 18", unclear.Errors, StringComparison.Ordinal);
        Assert.Contains("row 18", clear.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no such member", "--member", "NO99")]
    [InlineData("must be 1 to 90", "--member", "NO17", "--days", "91")]
    [InlineData("must be 1 to 90", "--member", "NO17", "--days", "0")]
    public async Task What_cannot_be_is_refused_with_the_reason_and_leaves_nothing(string reason, params string[] arguments)
    {
        var refused = await RunAsync(arguments);

        Assert.Equal((ExitCodes.Failed, ""), (refused.Code, refused.Output));
        Assert.Contains(reason, refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync("bind_code"));
        Assert.Equal(0L, await CountAsync("audit_entry WHERE action = 'bind-code/issued'"));
    }

    [Fact]
    public async Task Nobody_issues_one_without_being_on_the_list_of_staff_or_for_whom_is_bound_already()
    {
        Assert.Equal(ExitCodes.Failed, (await _console.RunAsync("bind-code", "--member", "NO17", "--as", "9")).Code);
        Assert.NotEqual(ExitCodes.Ok, (await _console.RunAsync("bind-code", "--member", "NO17")).Code);
        Assert.Equal(0L, await CountAsync("bind_code"));

        await _talks.SayAsync("wang", "绑定", Code().Match((await RunAsync("--member", "NO17")).Output).Value);
        var bound = await RunAsync("--member", "NO17");
        Assert.Equal(ExitCodes.Failed, bound.Code);
        Assert.Contains("bound to row 17 already", bound.Errors, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        _talks = await MemberTalks.StartAsync();
        await _talks.AddMemberAsync(17, "王芳", "13800000001");
        _console = OperatorConsole.On(_talks.Database, TestInbox.KeySetting);
        await _console.RunAsync("staff", "add", "--name", "赵敏");
    }

    public async Task DisposeAsync()
    {
        _console.Dispose();
        await _talks.DisposeAsync();
    }

    private Task<OperatorConsole.Printed> RunAsync(params string[] arguments) =>
        _console.RunAsync(["bind-code", .. arguments, "--as", "1"]);

    private Task<long> CountAsync(string rows) => _talks.Database.ScalarAsync<long>($"SELECT count(*) FROM {rows}");

    [GeneratedRegex("^[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex Code();
}
