using System.Globalization;
using UnionBot.Core.Calendar;
using UnionBot.Core.Jobs;
using UnionBot.Services.Membership.Retention;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;
using UnionBot.SystemTests.Talks;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>The talks of the folder <c>Talks</c>, held with the real bot over a real database and its list of vacancies.</summary>
public sealed class VacancyTalkTests : IAsyncLifetime
{
    internal static readonly TalkFolder Folder = TalkFolder.Beside("Talks");

    private TestDatabase _database = null!;
    private VacancyOffice _office = null!;
    private VacancyStage _stage = null!;

    public static TheoryData<string> Talks => [.. Folder.Names];

    public async Task InitializeAsync()
    {
        _database = await VacancyTemplate.CopyAsync();
        _office = await VacancyOffice.ReopenAsync(_database);
        _stage = new VacancyStage(_office);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Talks))]
    public Task A_talk_goes_as_it_is_written(string name) => TalkPlayer.PlayAsync(Folder.Read(name), _stage);

    [Fact]
    public async Task A_wish_for_a_call_is_a_case_about_that_vacancy_due_in_a_day()
    {
        await SayAsync("历下保洁，白班", "1", "联系", "13812345678");

        var number = await _database.ScalarAsync<long>("SELECT id FROM union_case WHERE kind = 'handover/vacancy-contact'");
        var due = await _database.ScalarAsync<DateTime>("SELECT due_at FROM union_case WHERE id = $1", number);
        Assert.InRange(due - _office.Union.Now.UtcDateTime, TimeSpan.FromHours(23), TimeSpan.FromHours(24));

        var sheet = await _office.Union.AsAsync<CallSheets, CallSheet?>(sheets => sheets.OpenAsync(number, 1, CancellationToken.None));
        Assert.Equal(("13812345678", CallWay.GivenPhone), (sheet!.Phone, sheet.Way));
        Assert.Equal(await _stage.IdOfAsync("大厦保洁员"), sheet.Vacancy);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'vacancy-call/read'"));
    }

    [Fact]
    public async Task A_number_that_was_changed_is_the_one_the_officer_sees_in_the_same_case()
    {
        await SayAsync("历下保洁，白班", "1", "联系", "13812345678", "我要改号码", "13900001111");

        var number = await _database.ScalarAsync<long>("SELECT id FROM union_case");
        var sheet = await _office.Union.AsAsync<CallSheets, CallSheet?>(sheets => sheets.OpenAsync(number, 1, CancellationToken.None));
        Assert.Equal("13900001111", sheet!.Phone);
        Assert.Equal($"case/{number}", await _database.ScalarAsync<string>(
            "SELECT subject FROM audit_entry WHERE action = 'vacancy-call/phone-changed'"));
    }

    [Fact]
    public async Task Who_unfollows_while_a_call_is_on_order_is_listed_with_the_number_given_for_it()
    {
        await SayAsync("历下保洁，白班", "1", "联系", "13812345678");
        var staff = await _office.Union.StaffAsync("赵敏");
        await _office.Union.UnfollowsAsync("o-worker");
        await _office.Union.AsAsync<ListUnfollowed, JobReport>(job => job.RunAsync(_office.Union.Now.AddMinutes(1), CancellationToken.None));
        using var console = OperatorConsole.On(_database, TestInbox.KeySetting);

        var printed = await console.RunAsync("cases", "phone", "--as", staff.ToString(CultureInfo.InvariantCulture));

        Assert.Contains("13812345678  given for the call of case", printed.Output, StringComparison.Ordinal);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'vacancy-call/read'"));
    }

    [Fact]
    public async Task The_officer_sees_how_soon_the_worker_can_start()
    {
        var tomorrow = UnionCalendar.DayOf(_office.Union.Now).AddDays(1);
        await SayAsync("历下保洁，白班，明天就能上班", "1", "联系", "13812345678");

        var number = await _database.ScalarAsync<long>("SELECT id FROM union_case WHERE kind = 'handover/vacancy-contact'");
        var sheet = await _office.Union.AsAsync<CallSheets, CallSheet?>(sheets => sheets.OpenAsync(number, 1, CancellationToken.None));
        Assert.Equal(tomorrow, sheet!.StartsOn);
    }

    [Fact]
    public async Task Whoever_asked_for_a_call_is_told_once_when_three_workers_doubt_the_vacancy()
    {
        await SayAsync("历下保洁，白班", "1", "联系", "13812345678");

        await _stage.ReportAsync("大厦保洁员", "o-1", "o-2");
        Assert.Equal(0L, await ToldOfDoubtAsync());
        await _stage.ReportAsync("大厦保洁员", "o-3", "o-4");

        Assert.Equal(1L, await ToldOfDoubtAsync());
        var worker = await _office.Union.PersonAsync("o-worker");
        Assert.Equal(worker.Value, await _database.ScalarAsync<long>("SELECT person_id FROM outbound WHERE occasion LIKE 'vacancies/doubted/%'"));
    }

    [Fact]
    public async Task One_worker_who_reports_three_times_hides_nothing()
    {
        for (var i = 0; i < 3; i++) await SayAsync("历下保洁，白班", "1", "不靠谱", "1");

        Assert.Equal(VacancyState.Approved, (await _office.AllAsync()).Single(v => v.Title == "大厦保洁员").State);
    }

    [Fact]
    public async Task One_worker_with_two_accounts_counts_once()
    {
        string[] accounts = ["o-1", "o-2", "o-3"];
        foreach (var who in accounts) await _office.Union.SaysAsync(who, "你好");
        await _database.ExecuteAsync("UPDATE person SET phone_hash = $1", new byte[] { 7 });

        await _stage.ReportAsync("大厦保洁员", accounts);

        Assert.Equal(VacancyState.Approved, (await _office.AllAsync()).Single(v => v.Title == "大厦保洁员").State);
    }

    private Task<long> ToldOfDoubtAsync() => _database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE occasion LIKE 'vacancies/doubted/%'");

    private async Task SayAsync(params string[] texts)
    {
        foreach (var text in texts) await _stage.SayAsync(text);
    }
}
