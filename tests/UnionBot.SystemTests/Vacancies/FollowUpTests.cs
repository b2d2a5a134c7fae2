using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.FollowUps;
using UnionBot.Services.Vacancies.Subscriptions;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>On day 3, 30 and 90 an officer asks how work goes, and the worker is asked in the chat, once each time and never twice in vain.</summary>
public sealed class FollowUpTests : IAsyncLifetime
{
    private const string Asked = "SELECT count(*) FROM outbound WHERE occasion LIKE 'vacancies/follow-up/%'";
    private const string OpenCases = "SELECT count(*) FROM union_case WHERE kind LIKE 'handover/vacancy-after-%' AND status <> 2";

    private TestDatabase _database = null!;
    private VacancyOffice _office = null!;
    private VacancyStage _stage = null!;

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

    [Fact]
    public async Task Who_asked_about_a_vacancy_is_asked_on_the_third_day_and_an_officer_has_a_case()
    {
        await ApplyAsync();

        Assert.Equal(0, await RunAfterAsync(days: 2));
        Assert.Equal(1, await RunAfterAsync(days: 1));
        Assert.Equal(0, await RunAfterAsync(days: 0));

        Assert.Equal((1L, 1L), (await _database.ScalarAsync<long>(Asked), await _database.ScalarAsync<long>(OpenCases)));
        Assert.Contains("您问过的“大厦保洁员”，有结果了吗", Assert.Single(await _office.Union.ToldAsync("o-worker")), StringComparison.Ordinal);
        Assert.Equal((short)MessageKind.Application, await _database.ScalarAsync<short>("SELECT kind FROM outbound WHERE occasion LIKE 'vacancies/follow-up/%'"));
    }

    [Fact]
    public async Task Good_news_settle_the_officers_case_and_the_next_question_comes_after_a_month()
    {
        await ApplyAsync();
        await RunAfterAsync(days: 3);

        await SayAsync("回访", "1", "1");

        Assert.Contains("记下了", await _stage.HearAsync(), StringComparison.Ordinal);
        Assert.Equal(0L, await _database.ScalarAsync<long>(OpenCases));
        Assert.True(await _database.ScalarAsync<bool>("SELECT is_working AND has_contract FROM vacancy_placement"));
        Assert.Equal(0, await RunAfterAsync(days: 26));
        Assert.Equal(1, await RunAfterAsync(days: 1));
        await SayAsync("回访");
        Assert.Contains("社会保险", await _stage.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_contract_the_case_stays_and_the_officer_calls_within_a_day()
    {
        await ApplyAsync();
        await RunAfterAsync(days: 3);

        await SayAsync("回访", "1", "2");

        Assert.Contains("就业联络员会联系您", await _stage.HearAsync(), StringComparison.Ordinal);
        Assert.Equal(1L, await _database.ScalarAsync<long>(OpenCases));
        Assert.False(await _database.ScalarAsync<bool>("SELECT has_contract FROM vacancy_placement"));
    }

    [Fact]
    public async Task Whoever_does_not_answer_is_asked_no_more_in_the_chat_while_the_officer_goes_on()
    {
        await ApplyAsync();
        await RunAfterAsync(days: 3);
        await RunAfterAsync(days: 27);
        await RunAfterAsync(days: 60);

        Assert.Equal((1L, 3L), (await _database.ScalarAsync<long>(Asked), await _database.ScalarAsync<long>(OpenCases)));
        Assert.Equal(0, await RunAfterAsync(days: 90));
    }

    [Fact]
    public async Task What_came_to_nothing_is_asked_about_no_more()
    {
        await ApplyAsync();
        await RunAfterAsync(days: 3);

        await SayAsync("回访", "3");

        Assert.Contains("找工作", await _stage.HearAsync(), StringComparison.Ordinal);
        Assert.Equal(0L, await _database.ScalarAsync<long>(OpenCases));
        Assert.Equal(0, await RunAfterAsync(days: 87));
    }

    [Fact]
    public async Task Who_found_work_is_asked_once_whether_it_was_here_and_followed_up()
    {
        await SayAsync("历下保洁，白班", "要", "我找到工作了");
        Assert.Contains("是在工会这里看到的岗位吗", await _stage.HearAsync(), StringComparison.Ordinal);

        await SayAsync("是");
        Assert.True(await _database.ScalarAsync<bool>("SELECT through_union FROM vacancy_placement"));

        Assert.Equal(1, await RunAfterAsync(days: 3));
        await SayAsync("回访");
        Assert.Contains("劳动合同签了吗", await _stage.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_followed_up_is_forgotten_after_half_a_year()
    {
        await ApplyAsync();
        _office.Union.Waits(TimeSpan.FromDays(182));

        await _office.Union.AsAsync<ForgetCalls, JobReport>(job => job.RunAsync(_office.Union.Now, CancellationToken.None));

        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM vacancy_placement"));
    }

    [Fact]
    public async Task Whoever_follows_again_is_asked_whether_their_rules_go_on()
    {
        await SayAsync("历下保洁，白班", "要");
        await _office.Union.UnfollowsAsync("o-worker");

        await _stage.FollowAsync();

        Assert.Contains("以前订的新岗位提醒还留着", await _stage.HearAsync(), StringComparison.Ordinal);
        Assert.Equal((short)RuleState.Resting, await _database.ScalarAsync<short>("SELECT state FROM vacancy_rule"));
        await SayAsync("要");
        Assert.Contains("记下了：历下区·保洁", await _stage.HearAsync(), StringComparison.Ordinal);
        Assert.Equal((short)RuleState.Active, await _database.ScalarAsync<short>("SELECT state FROM vacancy_rule"));
    }

    [Fact]
    public async Task A_rule_ends_when_nobody_answers_for_a_month_whether_they_still_look()
    {
        await SayAsync("历下保洁，白班", "要");
        await _database.ExecuteAsync("UPDATE vacancy_rule SET asked_at = answered_at - interval '31 days'");

        await _office.Union.AsAsync<ForgetSent, JobReport>(job => job.RunAsync(_office.Union.Now, CancellationToken.None));

        Assert.Equal((short)RuleState.Ended, await _database.ScalarAsync<short>("SELECT state FROM vacancy_rule"));
    }

    private async Task ApplyAsync() => await SayAsync("历下保洁，白班", "1", "联系", "13812345678");

    private async Task<int> RunAfterAsync(int days)
    {
        _office.Union.Waits(TimeSpan.FromDays(days));
        return (await _office.Union.AsAsync<FollowUp, JobReport>(job => job.RunAsync(_office.Union.Now, CancellationToken.None))).Done;
    }

    private async Task SayAsync(params string[] texts)
    {
        foreach (var text in texts) await _stage.SayAsync(text);
    }
}
