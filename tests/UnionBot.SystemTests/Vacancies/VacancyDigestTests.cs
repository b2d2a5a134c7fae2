using UnionBot.Core.Jobs;
using UnionBot.Services.Vacancies.Subscriptions;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>Whoever asked for it is told of what is new in the evening.</summary>
public sealed class VacancyDigestTests : IAsyncLifetime
{
    private const string Sent = "SELECT count(*) FROM outbound WHERE occasion LIKE 'vacancies/digest/%'";

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
    public async Task What_is_new_comes_once_and_what_was_shown_does_not_come()
    {
        await SayAsync("历下保洁，白班，3500以上", "要");
        await ImportAsync("新大厦保洁员");

        Assert.Equal(1, (await RunAsync()).Done);
        Assert.Equal(0, (await RunAsync()).Done);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM vacancy_sent s JOIN vacancy v ON v.id = s.vacancy_id WHERE v.title = '新大厦保洁员' AND s.rule_id IS NOT NULL"));
        await _stage.SayAsync("新岗位");
        Assert.Contains("新大厦保洁员", await _stage.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_sentence_for_the_same_wish_changes_the_rule_and_two_wishes_are_two()
    {
        await SayAsync("历下保洁，白班", "要", "工资降到三千二");
        Assert.Equal((1L, 320000L), (await RulesAsync(), await _database.ScalarAsync<long>("SELECT month_fen FROM vacancy_rule")));

        await SayAsync("我找焊工，媳妇找保洁", "要");

        Assert.Equal(2L, await RulesAsync());
    }

    [Fact]
    public async Task Who_wants_no_digests_is_matched_with_nothing_until_they_want_them_again()
    {
        await SayAsync("历下保洁，白班", "要", "取消", "退订招聘");
        await ImportAsync("新大厦保洁员");
        Assert.Equal(0, (await RunAsync()).Done);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM vacancy_sent WHERE rule_id IS NOT NULL"));

        await SayAsync("恢复招聘推送");
        Assert.Equal(1, (await RunAsync()).Done);
    }

    [Fact]
    public async Task Why_they_came_is_told_straight_after_a_digest_of_all_that_came()
    {
        await SayAsync("历下保洁，白班", "要", "取消");
        await ImportAsync("新大厦保洁员");
        await RunAsync();

        await _stage.SayAsync("为什么推这个");

        var heard = await _stage.HearAsync();
        Assert.Contains("新大厦保洁员”是按您记下的条件找的：历下区·保洁·白班", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("回复数字看详情", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_ended_after_a_digest_is_shown_and_taken_up_again()
    {
        await SayAsync("历下保洁，白班", "要", "取消", "不找了");
        Assert.Contains("停了：历下区·保洁", await _stage.HearAsync(), StringComparison.Ordinal);
        Assert.Equal((short)RuleState.Ended, await StateAsync());

        await SayAsync("要");

        Assert.Contains("记下了：历下区·保洁", await _stage.HearAsync(), StringComparison.Ordinal);
        Assert.Equal((short)RuleState.Active, await StateAsync());
    }

    [Fact]
    public async Task Not_looking_any_more_said_to_the_list_of_a_digest_ends_the_rule()
    {
        await BringDigestAsync();

        await SayAsync("新岗位", "不找了");

        Assert.Equal((short)RuleState.Ended, await StateAsync());
    }

    [Theory]
    [InlineData("太远", 1)]
    [InlineData("钱少", 2)]
    [InlineData("时间不合适", 3)]
    [InlineData("5", 4)]
    [InlineData("不靠谱", 5)]
    public async Task A_vacancy_of_a_digest_is_answered_by_number_or_in_words(string words, short answer)
    {
        await BringDigestAsync();

        await SayAsync("新岗位", "1", words);

        Assert.Equal(answer, await _database.ScalarAsync<short>("SELECT answer FROM vacancy_sent WHERE answer IS NOT NULL"));
    }

    [Fact]
    public async Task The_list_of_a_digest_can_be_asked_for_behind_an_answer_and_a_no_leaves_it()
    {
        await BringDigestAsync();
        await SayAsync("新岗位", "1", "太远", "新岗位");
        Assert.Contains("最近告诉您的", await _stage.HearAsync(), StringComparison.Ordinal);

        await SayAsync("1", "不用");
        Assert.Contains("不客气", await _stage.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_half_a_year_ago_is_forgotten()
    {
        await SayAsync("历下保洁，白班", "要");
        await _database.ExecuteAsync("UPDATE vacancy_sent SET at = at - interval '181 days' WHERE vacancy_id = (SELECT min(vacancy_id) FROM vacancy_sent)");
        var before = await _database.ScalarAsync<long>("SELECT count(*) FROM vacancy_sent");

        var report = await _office.Union.AsAsync<ForgetSent, JobReport>(job => job.RunAsync(_office.Union.Now, CancellationToken.None));

        Assert.Equal(1, report.Done);
        Assert.Equal(before - 1, await _database.ScalarAsync<long>("SELECT count(*) FROM vacancy_sent"));
    }

    [Theory]
    [InlineData("退订")]
    [InlineData("不找了")]
    [InlineData("找到工作了")]
    [InlineData("先别发")]
    public async Task Whoever_stops_it_is_told_of_nothing_from_that_moment(string words)
    {
        await SayAsync("历下保洁，白班", "要", words);
        await ImportAsync("新大厦保洁员");

        Assert.Equal(0, (await RunAsync()).Done);
        Assert.Equal(0L, await _database.ScalarAsync<long>(Sent));
    }

    [Fact]
    public async Task After_sixty_days_without_a_word_it_is_asked_once_and_nothing_more_is_sent()
    {
        await SayAsync("历下保洁，白班", "要");
        await ImportAsync("新大厦保洁员");
        await _database.ExecuteAsync("UPDATE vacancy_rule SET answered_at = answered_at - interval '61 days'");

        Assert.Equal(1, (await RunAsync()).Done);
        Assert.Equal(0, (await RunAsync()).Done);
        Assert.Equal((0L, 1L), (await _database.ScalarAsync<long>(Sent), await _database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE occasion LIKE 'vacancies/still/%'")));
    }

    [Fact]
    public async Task Who_asks_for_new_vacancies_gets_them_although_they_once_wanted_no_such_messages()
    {
        await SayAsync("退订招聘", "历下保洁，白班", "要");

        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM opt_out"));
    }

    [Fact]
    public async Task Whoever_begins_anew_is_told_every_day_again()
    {
        await SayAsync("历下保洁，白班", "要", "一周一次", "退订", "历下保洁，白班", "要");

        Assert.Equal((short)1, await _database.ScalarAsync<short>("SELECT every_days FROM vacancy_rule"));
    }

    private Task<short> StateAsync() => _database.ScalarAsync<short>("SELECT state FROM vacancy_rule");

    private Task<long> RulesAsync() => _database.ScalarAsync<long>("SELECT count(*) FROM vacancy_rule");

    private Task<JobReport> RunAsync() =>
        _office.Union.AsAsync<SendDigests, JobReport>(job => job.RunAsync(_office.Union.Now.AddMinutes(1), CancellationToken.None));

    private async Task BringDigestAsync()
    {
        await SayAsync("历下保洁，白班", "要", "取消");
        await ImportAsync("新大厦保洁员");
        await RunAsync();
    }

    private async Task ImportAsync(string title)
    {
        Assert.True((await _office.ImportAsync($"历下新环境有限公司,{title},保洁,历下区,泉城路,3600-3900元/月,白班,交五险,保洁,2,李经理,13800003001,{_office.InAMonth},演示")).IsGood);
        await _office.ApproveAllAsync();
    }

    private async Task SayAsync(params string[] texts)
    {
        foreach (var text in texts) await _stage.SayAsync(text);
    }
}
