using System.Text.RegularExpressions;
using UnionBot.Core.Audit;
using UnionBot.Core.People;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>Staff's work on lawyers, outcomes and figures by the command line of the server.</summary>
public sealed partial class LegalAidCommandTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private LegalOffice _office = null!;
    private OperatorConsole _console = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        _console = OperatorConsole.On(_database, TestInbox.KeySetting);
        await _office.LawyerAsync("周静");
        await _office.BookAsync(await _office.PersonAsync("王芳"), "01-12 14:00");
        await RunAsync("staff", "add", "--name", "赵敏");
    }

    public async Task DisposeAsync()
    {
        _console.Dispose();
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_lawyer_is_bound_by_the_printed_code_and_unbound_at_once()
    {
        var printed = await RunAsync("legal-aid", "bind", "1", "--as", "1");
        Assert.Contains("绑定好了", await _office.Union.SaysAsync("o-zhou", $"绑定律师 {Code().Match(printed.Output).Value}"), StringComparison.Ordinal);
        Assert.Contains("周静  历下律师事务所  bound", (await RunAsync("legal-aid", "lawyers")).Output, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Ok, (await RunAsync("legal-aid", "unbind", "1", "--as", "1")).Code);
        Assert.Contains("not bound", (await RunAsync("legal-aid", "lawyers")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, (await RunAsync("legal-aid", "bind", "9", "--as", "1")).Code);
    }

    [Fact]
    public async Task A_calendar_is_opened_renewed_and_ended()
    {
        var first = (await RunAsync("legal-aid", "calendar", "1", "--as", "1")).Output;
        Assert.Matches("/legal-aid/calendar/[A-Za-z0-9_-]{43}\\.ics", first);
        Assert.NotEqual(first, (await RunAsync("legal-aid", "calendar", "1", "--as", "1")).Output);
        Assert.Equal(ExitCodes.Ok, (await RunAsync("legal-aid", "calendar", "1", "--end", "--as", "1")).Code);
        Assert.Equal(ExitCodes.Failed, (await RunAsync("legal-aid", "calendar", "1", "--end", "--as", "1")).Code);
    }

    [Fact]
    public async Task The_board_shows_a_day_and_marks_who_moved_often()
    {
        await _database.ExecuteAsync("UPDATE legal_booking SET moves = 3");

        var board = (await RunAsync("legal-aid", "board", "--day", "2026-01-12")).Output;

        Assert.Matches("LA-0112-001  .*14:00.*  Booked .*周静.*  moved often", board);
        Assert.DoesNotContain("工资", board, StringComparison.Ordinal);
        Assert.Equal("", (await RunAsync("legal-aid", "board", "--day", "2026-01-13")).Output.Trim());
    }

    [Fact]
    public async Task An_outcome_is_written_put_right_and_shown_and_stands_in_the_figures()
    {
        string[] outcome = ["legal-aid", "outcome", "LA-0112-001"];
        Assert.Equal(ExitCodes.Ok, (await RunAsync([.. outcome, "--kind", "Advice", "--kind", "Drafting", "--involved", "18000.50", "--minutes", "40", "--as", "1"])).Code);
        Assert.Equal(ExitCodes.Failed, (await RunAsync([.. outcome, "--kind", "Advice", "--as", "1"])).Code);
        Assert.Equal(ExitCodes.Ok, (await RunAsync([.. outcome, "--kind", "Advice", "--recovered", "12000", "--over", "1", "--as", "1"])).Code);

        var shown = (await RunAsync([.. outcome, "--as", "1"])).Output;
        Assert.Contains("Advice, Drafting  people -  involved 18000.5", shown, StringComparison.Ordinal);
        Assert.Contains("recovered 12000", shown, StringComparison.Ordinal);

        var figures = (await RunAsync("legal-aid", "figures", "--from", "2026-01-01", "--until", "2026-01-31", "--csv", "--as", "1")).Output;
        Assert.Contains("全部,,为职工挽回经济损失,1.2,万元,说了金额的,1,", figures, StringComparison.Ordinal);
        Assert.Contains("类型,欠薪,预约,1,件,预约,1,100.0%", figures, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, (await RunAsync("legal-aid", "figures", "--from", "2026-01-31", "--until", "2026-01-01", "--as", "1")).Code);
    }

    [Fact]
    public async Task Who_is_no_supervisor_reads_nothing()
    {
        var read = await RunAsync("legal-aid", "read", "LA-0112-001", "--reason", "看看", "--as", "1");

        Assert.Equal(ExitCodes.Failed, read.Code);
        Assert.DoesNotContain("工资", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_reads_what_was_told_from_above_the_persons_own_firm_only()
    {
        var (firm, district) = await _office.EnrolAsync(await _office.Union.PersonAsync("王芳"));
        string[] read = ["legal-aid", "read", "LA-0112-001", "--reason", "督办检查", "--as", "1"];
        await GiveAsync(firm);
        Assert.DoesNotContain("工资", (await RunAsync(read)).Output, StringComparison.Ordinal);

        await GiveAsync(district);

        Assert.Contains("三个月没发工资", (await RunAsync(read)).Output, StringComparison.Ordinal);
        Assert.Equal("1", await _database.ScalarAsync<string>("SELECT string_agg(actor_id::text, ' ') FROM legal_reading"));
    }

    private Task<bool> GiveAsync(long organisation) => _office.Union.AsAsync<StaffRoles, bool>(
        roles => roles.GiveAsync(AuditActor.System, 1, RoleKind.LegalSupervisor, organisation, CancellationToken.None));

    private Task<OperatorConsole.Printed> RunAsync(params string[] arguments) => _console.RunAsync(arguments);

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Code();
}
