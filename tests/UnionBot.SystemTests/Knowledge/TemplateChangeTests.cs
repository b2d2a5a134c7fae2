using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Core.Data;
using UnionBot.Services.Knowledge.Templates;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup;

namespace UnionBot.SystemTests.Knowledge;

/// <summary>Staff change answers and trades by files, while two hosts run.</summary>
public sealed class TemplateChangeTests : IAsyncLifetime, IDisposable
{
    private const string Trades = "understanding/words/trades.txt";
    private const string Leave = "knowledge/annual-leave.md";

    private readonly TestFolder _folder = new();

    private TestDatabase _database = null!;
    private OperatorConsole _console = null!;
    private RunningBot[] _bots = [];

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _console = OperatorConsole.On(_database);
        _bots = [await RunningBot.StartAsync(_database), await RunningBot.StartAsync(_database)];
        await _console.RunAsync("staff", "add", "--name", "赵敏");
    }

    public async Task DisposeAsync()
    {
        foreach (var bot in _bots) await bot.DisposeAsync();
        await _database.DisposeAsync();
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_trade_that_staff_add_is_known_on_every_host_within_seconds_until_they_take_it_back()
    {
        var file = await EditAsync(Trades, "[建筑施工]\n", "[建筑施工]\n呜啦工: 呜啦匠\n");

        var shown = await ChangeAsync(file, "words/trades.txt");
        Assert.Equal(0, shown.Code);
        Assert.Contains("呜啦工: 呜啦匠", shown.Output, StringComparison.Ordinal);
        Assert.Contains("--yes", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0L, await KeptAsync());

        Assert.Equal(0, (await ChangeAsync(file, "words/trades.txt", "--yes")).Code);
        foreach (var bot in _bots) await Eventually.HoldsAsync(() => TradeOf(bot, "呜啦匠") == "呜啦工");
        foreach (var bot in _bots) await Eventually.HoldsAsync(() => SlotOf(bot, "历下找个呜啦匠的活") == "呜啦匠");
        Assert.Contains($"{Trades} version 1", (await _console.RunAsync("templates", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("呜啦匠", (await _console.RunAsync("templates", "show", "1")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await _console.RunAsync("templates", "withdraw", "1", "--as", "1")).Code);
        Assert.Equal(1, (await _console.RunAsync("templates", "withdraw", "1", "--as", "1")).Code);
        foreach (var bot in _bots) await Eventually.HoldsAsync(() => TradeOf(bot, "呜啦匠") is null);
        Assert.Equal(2L, await _database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action LIKE 'template/%' AND subject = 'template/understanding/words/trades.txt'"));
    }

    [Fact]
    public async Task What_is_no_ordinary_file_is_refused_before_it_is_read()
    {
        var refused = await ChangeAsync("/dev/zero", "words/trades.txt").WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, refused.Code);
        Assert.Contains("no ordinary file", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_file_line_and_reason_and_nothing_is_kept()
    {
        var twice = await EditAsync(Trades, "[建筑施工]\n", "[建筑施工]\n砌墙\n");

        var refused = await ChangeAsync(twice, "words/trades.txt", "--yes");

        Assert.Equal(1, refused.Code);
        Assert.Contains($"templates/{Trades}, line ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("stands here twice", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await ChangeAsync(twice, "crisis.yaml", "--yes")).Code);
        Assert.Equal(1, (await ChangeAsync(twice, "../appsettings.json", "--yes")).Code);
        Assert.Equal(0L, await KeptAsync());
    }

    [Fact]
    public async Task An_answer_that_staff_add_is_given_by_every_host_and_by_one_that_starts_later_from_the_beginning()
    {
        var text = (await File.ReadAllTextAsync(Path.Combine(ConversationServices.TemplateFolder, Leave)))
            .Replace("id: annual-leave", "id: our-rule", StringComparison.Ordinal)
            .Replace("  - \"", "  - \"呜啦", StringComparison.Ordinal);
        Assert.Contains("呜啦年假有几天", text, StringComparison.Ordinal);
        var file = _console.Write("our-rule.md", text);

        Assert.Equal(0, (await ChangeAsync(file, "knowledge/our-rule.md", "--yes")).Code);

        foreach (var bot in _bots) await Eventually.HoldsAsync(() => AnswerOf(bot, "呜啦年假有几天") == "our-rule");
        await using var late = await RunningBot.StartAsync(_database);
        Assert.Equal("our-rule", AnswerOf(late, "呜啦年假有几天"));

        Assert.Contains("knowledge/our-rule.md", (await _console.RunAsync("templates", "list")).Output, StringComparison.Ordinal);
        var folder = Path.Combine(_folder.Path, "out");
        Assert.Equal(0, (await _console.RunAsync("export-templates", folder)).Code);
        Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(folder, "knowledge", "our-rule.md")));
    }

    [Fact]
    public async Task Two_changes_of_one_file_at_once_leave_one_in_force()
    {
        var files = await Task.WhenAll(Enumerable.Range(1, 4).Select(n =>
            EditAsync(Trades, "[建筑施工]\n", $"[建筑施工]\n呜啦工: 呜啦匠{n}\n", $"trades-{n}")));

        // One console each: the settings file of a console is its own.
        var outcomes = await Task.WhenAll(files.Select(async file =>
        {
            using var console = OperatorConsole.On(_database);
            return await console.RunAsync("templates", "change", file, "--path", "words/trades.txt", "--as", "1", "--yes");
        }));

        Assert.All(outcomes, outcome => Assert.Equal(0, outcome.Code));
        Assert.Equal(4L, await KeptAsync());
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM staff_template WHERE withdrawn_at IS NULL"));
    }

    [Fact]
    public async Task After_an_upgrade_conflicts_are_named_and_staff_settle_them()
    {
        // As rows made from the files of an older version are.
        var shipped = await File.ReadAllTextAsync(Path.Combine(ConversationServices.TemplateFolder, Leave));
        await KeepAsync(Leave, "an older one", shipped.Replace("\"年假有几天\"", "\"呜啦年假\"", StringComparison.Ordinal));
        await KeepAsync("knowledge/severance.md", "an older one", "no answer at all");

        foreach (var bot in _bots) await Eventually.HoldsAsync(() => AnswerOf(bot, "呜啦年假") == "annual-leave");
        var conflicts = await _console.RunAsync("knowledge", "conflicts");
        Assert.Equal(1, conflicts.Code);
        Assert.Contains($"Change 1 of {Leave} is in force all the same", conflicts.Output, StringComparison.Ordinal);
        Assert.Contains("Change 2 of knowledge/severance.md is left out", conflicts.Output, StringComparison.Ordinal);
        Assert.Contains("knowledge/severance.md, line 1", conflicts.Output, StringComparison.Ordinal);
        Assert.Contains("WARN  staff-changes: 2 of the changes", (await _console.RunAsync("check")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await _console.RunAsync("templates", "withdraw", "2", "--as", "1")).Code);
        var folder = Path.Combine(_folder.Path, "settle");
        await _console.RunAsync("export-templates", folder);
        var mine = Path.Combine(folder, Leave);
        await File.AppendAllTextAsync(mine, "请以当地为准。\n");
        Assert.Equal(0, (await ChangeAsync(mine, Leave, "--yes")).Code);
        Assert.Equal(0, (await _console.RunAsync("knowledge", "conflicts")).Code);
        Assert.Contains("ok    staff-changes", (await _console.RunAsync("check")).Output, StringComparison.Ordinal);
    }

    private static string? TradeOf(RunningBot bot, string name) => bot.Services.GetRequiredService<TradeTable>().Longest(name, out _)?.Name;

    private static string? SlotOf(RunningBot bot, string text) => bot.Services.GetRequiredService<CurrentUnderstanding>().Value.Interpreter
        .SlotsFor(Intent.FindVacancy, text, TimeProvider.System.GetUtcNow()).Text(SlotNames.JobTitle);

    private static string? AnswerOf(RunningBot bot, string question) =>
        bot.Services.GetRequiredService<CurrentUnderstanding>().Value.Knowledge.Match(question, new DateOnly(2026, 11, 27)).Best?.Id;

    private Task<OperatorConsole.Printed> ChangeAsync(string file, string path, params string[] more) =>
        _console.RunAsync(["templates", "change", file, "--path", path, "--as", "1", .. more]);

    private Task<long> KeptAsync() => _database.ScalarAsync<long>("SELECT count(*) FROM staff_template");

    /// <summary>The file in force, edited.</summary>
    private async Task<string> EditAsync(string path, string old, string with, string name = "edited")
    {
        var folder = Path.Combine(_folder.Path, name);
        using var console = OperatorConsole.On(_database);
        Assert.Equal(0, (await console.RunAsync("export-templates", folder)).Code);
        var file = Path.Combine(folder, path);
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(old, with, StringComparison.Ordinal));
        return file;
    }

    private async Task KeepAsync(string path, string before, string text)
    {
        await using var scope = _bots[0].Services.CreateAsyncScope();
        var (db, ciphers) = (scope.ServiceProvider.GetRequiredService<UnionDb>(), scope.ServiceProvider.GetRequiredService<TemplateCiphers>());
        var id = Guid.CreateVersion7();
        db.Add(new StaffTemplateRow(id, path, 1, ciphers.SealBase(id, before), ciphers.SealText(id, text), 1, TimeProvider.System.GetUtcNow()));
        await db.SaveChangesAsync();
    }
}
