using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;

namespace UnionBot.SystemTests.Cases;

public sealed class CaseDeskTests : OfficeTests
{
    private long _zhao;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _zhao = await Office.StaffAsync("赵敏");
    }

    [Fact]
    public async Task Who_asks_for_a_person_gets_a_number_and_12351_when_nobody_is_on_duty()
    {
        var atNight = await Office.SaysAsync("王芳", "人工");
        await Office.ShiftAsync(_zhao, Office.Now.AddMinutes(-1), Office.Now.AddHours(8));
        var byDay = await Office.SaysAsync("李强", "人工");

        Assert.Contains($"编号 {await CaseOfAsync("王芳")}", atNight, StringComparison.Ordinal);
        Assert.Contains("没有人值班", atNight, StringComparison.Ordinal);
        Assert.Contains("12351", atNight, StringComparison.Ordinal);
        Assert.Contains($"编号 {await CaseOfAsync("李强")}", byDay, StringComparison.Ordinal);
        Assert.DoesNotContain("没有人值班", byDay, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_twice_adds_to_the_first_case()
    {
        Assert.Contains("编号 1，", await Office.SaysAsync("王芳", "人工"), StringComparison.Ordinal);
        Assert.Contains("编号还是 1，", await Office.SaysAsync("王芳", "人工"), StringComparison.Ordinal);

        Assert.Equal(1, await Office.ReadsAsync(db => db.Set<Case>().CountAsync()));
    }

    [Fact]
    public async Task An_answer_is_queued_and_the_bot_is_silent_for_twenty_minutes_after_it()
    {
        await Office.SaysAsync("王芳", "人工");
        var number = await CaseOfAsync("王芳");

        Assert.Null(await AnswerAsync(number, "您好，请说说您的情况。"));
        Assert.Contains("请说说您的情况", Assert.Single(await Office.ToldAsync("王芳")), StringComparison.Ordinal);

        Office.Waits(TimeSpan.FromMinutes(15));
        Assert.Equal("", await Office.SaysAsync("王芳", "菜单"));
        Assert.Null(await AnswerAsync(number, "我在查。"));

        Office.Waits(TimeSpan.FromMinutes(19));
        Assert.Equal("", await Office.SaysAsync("王芳", "菜单"));

        Office.Waits(TimeSpan.FromMinutes(2));
        Assert.NotEqual("", await Office.SaysAsync("王芳", "菜单"));
    }

    [Fact]
    public async Task When_the_bot_comes_back_it_says_once_that_the_case_goes_on_with_a_person()
    {
        await Office.SaysAsync("王芳", "人工");
        var number = await CaseOfAsync("王芳");
        await AnswerAsync(number, "我在查。");
        Office.Waits(CaseDesk.Ownership + TimeSpan.FromMinutes(1));

        var first = await Office.SaysAsync("王芳", "菜单");
        var second = await Office.SaysAsync("王芳", "菜单");

        Assert.StartsWith("工作人员暂时不在", first, StringComparison.Ordinal);
        Assert.Contains($"编号 {number}", first, StringComparison.Ordinal);
        Assert.EndsWith(second, first, StringComparison.Ordinal);
        Assert.DoesNotContain("工作人员暂时不在", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_crisis_the_bot_says_nothing_of_the_case_and_makes_up_for_it_with_its_next_answer()
    {
        await Office.SaysAsync("王芳", "人工");
        await AnswerAsync(await CaseOfAsync("王芳"), "我在查。");
        Office.Waits(CaseDesk.Ownership + TimeSpan.FromMinutes(1));

        Assert.DoesNotContain("工作人员暂时不在", await Office.SaysAsync("王芳", "我不想活了"), StringComparison.Ordinal);
        Assert.Contains("工作人员暂时不在", await Office.SaysAsync("王芳", "菜单"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_before_and_behind_an_answer_that_keeps_its_rest_cuts_nothing_off()
    {
        const string question = "国庆加班给几倍工资";
        var alone = await Office.SaysAsync("李强", question);
        Assert.Contains("更多", alone, StringComparison.Ordinal);
        await Office.SaysAsync("王芳", "人工");
        await AnswerAsync(await CaseOfAsync("王芳"), "您好，请说说您的情况。");
        Office.Waits(TimeSpan.FromMinutes(21));

        var answer = await Office.SaysAsync("王芳", question);

        Assert.EndsWith(alone, answer, StringComparison.Ordinal);
        Assert.True(answer.Length > alone.Length);
        Assert.Equal(await Office.SaysAsync("李强", "更多"), await Office.SaysAsync("王芳", "更多"));
    }

    [Fact]
    public async Task After_a_closed_case_the_bot_goes_on_without_a_word_of_it()
    {
        await Office.SaysAsync("王芳", "人工");
        var number = await CaseOfAsync("王芳");
        await AnswerAsync(number, "我在查。");
        await Office.AsAsync<CaseDesk, CaseRefusal?>(desk => desk.CloseAsync(number, _zhao, CancellationToken.None));
        Office.Waits(CaseDesk.Ownership + TimeSpan.FromMinutes(1));

        Assert.DoesNotContain("工作人员暂时不在", await Office.SaysAsync("王芳", "菜单"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_staff_own_the_talk_a_cry_for_help_still_raises_an_alarm()
    {
        await Office.SaysAsync("王芳", "人工");
        await AnswerAsync(await CaseOfAsync("王芳"), "您好。");

        Assert.Contains("12356", await Office.SaysAsync("王芳", "我不想活了"), StringComparison.Ordinal);
        Assert.Single(await Office.RoundAsync());
    }

    [Fact]
    public async Task Closing_tells_the_person_and_hands_the_talk_back()
    {
        await Office.SaysAsync("王芳", "人工");
        var number = await CaseOfAsync("王芳");
        await AnswerAsync(number, "您好。");

        Assert.Null(await Office.AsAsync<CaseDesk, CaseRefusal?>(d => d.CloseAsync(number, _zhao, CancellationToken.None)));

        Assert.NotEqual("", await Office.SaysAsync("王芳", "菜单"));
        Assert.Contains("已办完", (await Office.ToldAsync("王芳"))[^1], StringComparison.Ordinal);
        Assert.Equal(CaseRefusal.Closed, await AnswerAsync(number, "还有一句。"));
    }

    [Fact]
    public async Task Closing_one_case_leaves_the_talk_with_staff_who_answer_in_another()
    {
        await Office.SaysAsync("王芳", "人工");
        var first = await CaseOfAsync("王芳");
        await Office.SaysAsync("王芳", "我不想活了");
        var crisis = await Office.ReadsAsync(db => db.Set<Case>().Where(c => c.Kind == Case.Crisis).Select(c => c.Id).SingleAsync());
        await AnswerAsync(crisis, "我在，您慢慢说。");

        Assert.Null(await Office.AsAsync<CaseDesk, CaseRefusal?>(d => d.CloseAsync(first, _zhao, CancellationToken.None)));

        Assert.Equal("", await Office.SaysAsync("王芳", "菜单"));
    }

    [Fact]
    public async Task An_answer_that_no_channel_takes_is_told_at_the_next_contact_also_while_the_bot_is_silent()
    {
        await Office.SaysAsync("王芳", "人工");
        await AnswerAsync(await CaseOfAsync("王芳"), "周三上午给您回电话。");
        await Office.SendsAllAsync(OutboundStatus.HeldForContact);

        var answer = await Office.SaysAsync("王芳", "在吗");

        Assert.Contains("周三上午给您回电话", answer, StringComparison.Ordinal);
        Assert.Equal("", await Office.SaysAsync("王芳", "好的"));
    }

    [Fact]
    public async Task Nobody_answers_a_person_who_no_longer_follows()
    {
        await Office.SaysAsync("王芳", "人工");
        var number = await CaseOfAsync("王芳");
        await Office.UnfollowsAsync("王芳");

        Assert.Equal(CaseRefusal.Unfollowed, await AnswerAsync(number, "您好。"));
        Assert.Null(await Office.AsAsync<CaseDesk, CaseRefusal?>(d => d.CloseAsync(number, _zhao, CancellationToken.None)));
        Assert.Empty(await Office.ToldAsync("王芳"));
    }

    [Fact]
    public async Task A_colleagues_case_is_answered_only_after_taking_it_over()
    {
        var zhou = await Office.StaffAsync("周静");
        await Office.SaysAsync("王芳", "人工");
        var number = await CaseOfAsync("王芳");
        await AnswerAsync(number, "您好。");

        Assert.Equal(CaseRefusal.ClaimedByAnother, await AnswerAsync(number, "我也来。", zhou));
        Assert.Null(await Office.AsAsync<CaseDesk, CaseRefusal?>(
            d => d.ClaimAsync(number, zhou, takeOver: true, CancellationToken.None)));
        Assert.Null(await AnswerAsync(number, "我来接手。", zhou));
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_has_the_case()
    {
        var staff = new List<long>();
        for (var n = 0; n < 6; n++) staff.Add(await Office.StaffAsync($"工作人员{n}"));

        for (var n = 0; n < Effort.Of(ordinary: 10, full: 200); n++)
        {
            await Office.SaysAsync($"职工{n}", "人工");
            var number = await CaseOfAsync($"职工{n}");

            var refusals = await Task.WhenAll(staff.Select(s => Office.AsAsync<CaseDesk, CaseRefusal?>(
                d => d.ClaimAsync(number, s, takeOver: false, CancellationToken.None))));

            Assert.Single(refusals, r => r is null);
        }
    }

    [Fact]
    public async Task A_case_is_reopened_unless_a_newer_one_of_its_kind_is_open()
    {
        await Office.SaysAsync("王芳", "人工");
        var first = await CaseOfAsync("王芳");
        await Office.AsAsync<CaseDesk, CaseRefusal?>(d => d.CloseAsync(first, _zhao, CancellationToken.None));

        Assert.Null(await ReopenAsync(first));
        Assert.Equal(CaseRefusal.NotClosed, await ReopenAsync(first));

        await Office.AsAsync<CaseDesk, CaseRefusal?>(d => d.CloseAsync(first, _zhao, CancellationToken.None));
        await Office.SaysAsync("王芳", "人工");
        Assert.Equal(CaseRefusal.NewerOpen, await ReopenAsync(first));
    }

    [Fact]
    public async Task A_worker_is_told_where_their_own_case_stands_and_nothing_of_others()
    {
        await Office.SaysAsync("王芳", "人工");
        var number = await CaseOfAsync("王芳");

        var waiting = await Office.SaysAsync("王芳", $"编号{number}办得咋样了");
        var foreign = await Office.SaysAsync("李强", $"编号{number}办得咋样了");
        var unknown = await Office.SaysAsync("李强", "编号987654办得咋样了");
        await Office.AsAsync<CaseDesk, CaseRefusal?>(d => d.CloseAsync(number, _zhao, CancellationToken.None));
        var closed = await Office.SaysAsync("王芳", $"编号{number}");

        Assert.Contains($"{number}", waiting, StringComparison.Ordinal);
        Assert.Equal(unknown.Replace("编号 987654 ", "", StringComparison.Ordinal), foreign.Replace($"编号 {number} ", "", StringComparison.Ordinal));
        Assert.NotEqual(waiting, closed);
        Assert.Contains("办完", closed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_transcript_shows_both_sides_in_order_without_numbers_and_keys()
    {
        await Office.SaysAsync("王芳", "我的电话是13812340001，身份证370102199003070011");
        await Office.SaysAsync("王芳", "人工");
        var number = await CaseOfAsync("王芳");
        var key = new string('k', 43);
        await AnswerAsync(number, $"请打13900000002找李老师，或者看 https://wx.example.org/my-data/{key} 。");
        await Office.SaysAsync("王芳", "好的谢谢");
        await Office.AsAsync<CaseDesk, CaseRefusal?>(
            d => d.NoteAsync(number, _zhao, "本人手机13812340001，下午再打", CancellationToken.None));

        var file = (await Office.AsAsync<CaseFiles, CaseFile?>(f => f.OpenAsync(number, _zhao, CancellationToken.None)))!;

        Assert.Equal(
            [TranscriptVoice.Person, TranscriptVoice.Bot, TranscriptVoice.Person, TranscriptVoice.Bot, TranscriptVoice.Staff, TranscriptVoice.Person],
            file.Transcript.Select(line => line.Voice));
        var everything = string.Concat(file.Transcript.Select(l => l.Text)) + string.Concat(file.Events.Select(e => e.Note));
        Assert.DoesNotContain("13812340001", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("370102199003070011", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("13900000002", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(key, everything, StringComparison.Ordinal);
        Assert.Contains("https://wx.example.org/my-data/… 。", everything, StringComparison.Ordinal);
        Assert.Contains("好的谢谢", everything, StringComparison.Ordinal);
        Assert.Equal([CaseDeed.Claimed, CaseDeed.Answered, CaseDeed.Noted], file.Events.Select(e => e.Deed));
        Assert.Equal(1L, await Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'case/read' AND subject = $1 AND actor_id = $2", $"case/{number}", _zhao));
        Assert.Contains("13900000002", Assert.Single(await Office.ToldAsync("王芳")), StringComparison.Ordinal);
    }

    private Task<long> CaseOfAsync(string person) => CaseOfAsync(person, "handover/asked");

    private async Task<long> CaseOfAsync(string person, string kind)
    {
        var id = await Office.PersonAsync(person);
        return await Office.ReadsAsync(db => db.Set<Case>()
            .Where(c => c.PersonId == id && c.Kind == kind).OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync());
    }

    private Task<CaseRefusal?> AnswerAsync(long number, string words, long? staff = null) =>
        Office.AsAsync<CaseDesk, CaseRefusal?>(d => d.AnswerAsync(number, staff ?? _zhao, words, CancellationToken.None));

    private Task<CaseRefusal?> ReopenAsync(long number) =>
        Office.AsAsync<CaseDesk, CaseRefusal?>(d => d.ReopenAsync(number, _zhao, CancellationToken.None));
}
