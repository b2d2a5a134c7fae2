using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Data;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Vacancies;

public sealed class VacancyReviewTests : IAsyncLifetime, IDisposable
{
    private TestDatabase _database = null!;
    private VacancyOffice _office = null!;
    private OperatorConsole _commands = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await VacancyOffice.OpenAsync(_database);
        _commands = OperatorConsole.On(_database, TestInbox.KeySetting);
        await _commands.RunAsync("staff", "add", "--name", "赵敏");
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    public void Dispose() => _commands.Dispose();

    [Fact]
    public async Task Staff_import_look_and_approve_by_commands()
    {
        var file = _commands.Write("list.csv", $"{VacancyOffice.Headers}\n{Row("保洁员", "白班")}\n{Row("保安", "押金500元")}\n");

        Assert.Equal(
            "Good, nothing was kept (dry run): 2 new, 0 changed, 0 as they were.",
            (await _commands.RunAsync("import", "vacancies", file, "--dry-run")).Output);
        Assert.Equal("Imported: 2 new, 0 changed, 0 as they were.", (await _commands.RunAsync("import", "vacancies", file)).Output);

        var ids = (await _office.AllAsync()).ConvertAll(v => $"{v.Id}");
        var list = (await _commands.RunAsync("vacancy", "review", "list")).Output;
        Assert.Contains("保安  泉城服务有限公司  [Deposit, NoLicence]", list, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001111", list, StringComparison.Ordinal);

        var shown = (await _commands.RunAsync("vacancy", "review", "show", ids[0], "--as", "1")).Output;
        Assert.Contains("李经理 13800001111", shown, StringComparison.Ordinal);
        Assert.Contains("历下区 解放路", shown, StringComparison.Ordinal);

        var (code, output, errors) = await _commands.RunAsync("vacancy", "review", "approve", ids[0], ids[1], "--licence-seen", "--as", "1");
        Assert.Equal((ExitCodes.Failed, $"Done: approve vacancy {ids[0]}"), (code, output));
        Assert.Contains("--reason", errors, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Ok, (await _commands.RunAsync("vacancy", "review", "reject", ids[1], "--reason", "收押金", "--as", "1")).Code);
        Assert.Equal([VacancyState.Approved, VacancyState.Rejected], (await _office.AllAsync()).Select(v => v.State));
    }

    [Fact]
    public async Task Every_look_and_decision_is_in_the_audit_with_its_reason()
    {
        await _office.ImportAsync(Row("保安", "押金500元"));
        var id = (await _office.OnlyAsync()).Id;

        await _commands.RunAsync("vacancy", "review", "show", $"{id}", "--as", "1");
        await _commands.RunAsync("vacancy", "review", "reject", $"{id}", "--reason", "收押金", "--as", "1");

        var entries = await _office.Union.ReadsAsync(db => db.Set<AuditEntry>()
            .Where(e => e.Subject == $"vacancy/{id}").OrderBy(e => e.Id).Select(e => new { e.Action, e.ActorId, e.Reason }).ToListAsync());
        Assert.Equal(
            ["vacancy/read 1 ", "vacancy/rejected 1 收押金"],
            entries.Select(e => $"{e.Action} {e.ActorId} {e.Reason}"));
    }

    [Fact]
    public async Task Nobody_decides_without_a_reason_or_without_being_staff()
    {
        await _office.ImportAsync(Row("保安", ""));
        var id = $"{(await _office.OnlyAsync()).Id}";

        Assert.NotEqual(ExitCodes.Ok, (await _commands.RunAsync("vacancy", "review", "reject", id, "--as", "1")).Code);
        Assert.NotEqual(ExitCodes.Ok, (await _commands.RunAsync("vacancy", "review", "reject", id, "--reason", " ", "--as", "1")).Code);
        Assert.NotEqual(ExitCodes.Ok, (await _commands.RunAsync("vacancy", "review", "approve", id, "--as", "9")).Code);
        Assert.Equal(VacancyState.Waiting, (await _office.OnlyAsync()).State);
    }

    [Fact]
    public async Task Work_for_children_cannot_be_approved()
    {
        await _office.ImportAsync(Row("小工", "15岁以上"));

        var (code, _, errors) = await _commands.RunAsync(
            "vacancy", "review", "approve", $"{(await _office.OnlyAsync()).Id}", "--licence-seen", "--reason", "都行", "--as", "1");

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("under 16", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Past_its_day_a_vacancy_is_closed_and_after_thirty_days_it_is_to_be_verified_anew()
    {
        await _office.ImportAsync(Row("短的", ""), Row("长的", "", days: 90));
        await _office.ApproveAllAsync();

        Assert.Equal(0, await ExpireAsync(days: 30));
        Assert.Equal(2, await ExpireAsync(days: 31));
        Assert.Equal(0, await ExpireAsync(days: 31));

        var (shorter, longer) = ((await _office.AllAsync())[0], (await _office.AllAsync())[1]);
        Assert.Equal(VacancyState.Closed, shorter.State);
        Assert.Equal((VacancyState.Waiting, VacancyDoubts.Stale), (longer.State, longer.Flags));
    }

    [Fact]
    public async Task Two_decisions_at_once_are_made_one_after_the_other()
    {
        await _office.ImportAsync(Row("保洁员", ""));
        var id = (await _office.OnlyAsync()).Id;

        var refusals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _office.Union.AsAsync<VacancyReview, VacancyRefusal?>(
            review => review.CloseAsync(id, 1, "已招满", CancellationToken.None))));

        Assert.Equal(1, refusals.Count(r => r is null));
        Assert.Equal(1, await _office.Union.ReadsAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Action == "vacancy/closed")));
    }

    private Task<int> ExpireAsync(int days) => _office.Union.AsAsync<UnionDb, int>(async db =>
        (await new ExpireVacancies(db).RunAsync(_office.Union.Now.AddDays(days), CancellationToken.None)).Done);

    private string Row(string title, string duties, int days = 30) =>
        $"泉城服务有限公司,{title},,历下区,解放路,3600-3900元/月,,,{duties},2,李经理,13800001111,{_office.Day(days)},网站";
}
