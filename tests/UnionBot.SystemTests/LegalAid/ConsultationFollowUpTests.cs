using UnionBot.Core.Audit;
using UnionBot.Core.Jobs;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.FollowUps;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>The day after a consultation.</summary>
public sealed class ConsultationFollowUpTests : IAsyncLifetime
{
    private static readonly AuditActor Staff = AuditActor.Operator("test");

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        await _office.LawyerAsync("周静");
        await _office.BookAsync(await _office.PersonAsync("王芳"), "01-12 14:00");
        _office.ItBecomes("01-12 14:30");
        await _office.Union.AsAsync<StaffBookings, BookingRefusal?>(desk => desk.FinishAsync("LA-0112-001", BookingState.Done, Staff, CancellationToken.None));
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task It_is_asked_once_on_the_day_after_and_not_before()
    {
        Assert.Equal(0, await AskAsync("01-12 10:30"));
        Assert.Equal(1, await AskAsync("01-13 10:30"));
        Assert.Equal(0, await AskAsync("01-13 10:30"));
        Assert.Equal(0, await AskAsync("01-14 10:30"));

        var told = (await _office.Union.ToldAsync("王芳"))[^1];
        Assert.Contains("解决了吗", told, StringComparison.Ordinal);
        Assert.DoesNotContain("工资", told, StringComparison.Ordinal);
        Assert.DoesNotContain("律师", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_did_not_come_is_not_asked()
    {
        await _office.BookAsync(await _office.PersonAsync("李强"), "01-13 09:10");
        _office.ItBecomes("01-13 12:00");
        await _office.Union.AsAsync<StaffBookings, BookingRefusal?>(desk => desk.MissAsync("LA-0113-001", Staff, CancellationToken.None));

        await AskAsync("01-14 10:30");

        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_follow_up"));
    }

    [Fact]
    public async Task What_was_not_solved_opens_a_case_with_a_time_and_the_score_is_the_next_question()
    {
        await AskAsync("01-13 10:30");
        _office.ItBecomes("01-13 11:00");

        var answer = await _office.Union.SaysAsync("王芳", "没解决");

        Assert.Contains("联系您", answer, StringComparison.Ordinal);
        Assert.Contains("打几分", answer, StringComparison.Ordinal);
        Assert.Equal(
            "legal-aid/not-solved 48",
            await _database.ScalarAsync<string>("SELECT concat_ws(' ', kind, round(extract(epoch FROM due_at - opened_at) / 3600)) FROM union_case"));
        Assert.Contains("谢谢", await _office.Union.SaysAsync("王芳", "2"), StringComparison.Ordinal);
        Assert.Equal("3 2", await _database.ScalarAsync<string>("SELECT concat_ws(' ', solved, score) FROM legal_follow_up"));
    }

    [Fact]
    public async Task Numbers_belong_to_the_question_that_was_shown_last()
    {
        await AskAsync("01-13 10:30");
        _office.ItBecomes("01-13 11:00");

        await _office.Union.SaysAsync("王芳", "1");
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_follow_up WHERE solved IS NOT NULL"));

        Assert.Contains("2 解决了一部分", await _office.Union.SaysAsync("王芳", "咨询回访"), StringComparison.Ordinal);
        await _office.Union.SaysAsync("王芳", "2");
        await _office.Union.SaysAsync("王芳", "5分");
        Assert.Equal("2 5", await _database.ScalarAsync<string>("SELECT concat_ws(' ', solved, score) FROM legal_follow_up"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM union_case WHERE kind = 'legal-aid/not-solved'"));
    }

    [Fact]
    public async Task Whoever_would_rather_not_say_is_left_alone()
    {
        await AskAsync("01-13 10:30");
        _office.ItBecomes("01-13 11:00");
        await _office.Union.SaysAsync("王芳", "解决了");

        Assert.Contains("不说也没关系", await _office.Union.SaysAsync("王芳", "不打"), StringComparison.Ordinal);
        Assert.Equal(0, await AskAsync("01-14 10:30"));
    }

    [Fact]
    public async Task Who_was_not_asked_may_say_the_same_words()
    {
        Assert.DoesNotContain("打几分", await _office.Union.SaysAsync("李强", "解决了"), StringComparison.Ordinal);
    }

    private async Task<int> AskAsync(string due) =>
        (await _office.Union.AsAsync<AskWhetherSolved, JobReport>(job => job.RunAsync(LegalOffice.At(due), CancellationToken.None))).Done;
}
