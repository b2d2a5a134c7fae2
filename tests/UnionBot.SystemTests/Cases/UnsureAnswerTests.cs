using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;

namespace UnionBot.SystemTests.Cases;

public sealed class UnsureAnswerTests : OfficeTests
{
    [Fact]
    public async Task Whoever_wrote_an_answer_is_told_once_that_nobody_knows_whether_it_arrived_by_whichever_host()
    {
        await using var second = await Office.SecondHostAsync();
        var zhao = await Office.StaffAsync("赵敏");
        var number = await AnsweredAsync("王芳", zhao, OutboundStatus.Unknown);

        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => NoticesAsync(n % 2 == 0 ? Office : second)));

        Assert.Equal(1, told.Sum());
        Office.Waits(TimeSpan.FromDays(1));
        Assert.Equal(0, await NoticesAsync(Office));
        var notice = Assert.Single(await Office.ToldAsync("赵敏"));
        Assert.Contains($"编号 {number}", notice, StringComparison.Ordinal);
        Assert.Contains("不知道送到了没有", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("周三", notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_the_platform_refused_for_good_is_told_as_such()
    {
        var zhao = await Office.StaffAsync("赵敏");
        await AnsweredAsync("王芳", zhao, OutboundStatus.Failed);

        Assert.Equal(1, await NoticesAsync(Office));

        Assert.Contains("没有送到", Assert.Single(await Office.ToldAsync("赵敏")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_not_sent_since_the_platform_knows_nobody_there_is_told_and_listed_as_refused()
    {
        var zhao = await Office.StaffAsync("赵敏");
        await AnsweredAsync("王芳", zhao, OutboundStatus.Withheld);
        Assert.Equal(0, await NoticesAsync(Office));
        await Database.ExecuteAsync("UPDATE outbound SET withheld = $1 WHERE status = 9", (short)WithheldReason.NotKnown);

        Assert.Equal(1, await NoticesAsync(Office));

        Assert.Contains("没有送到", Assert.Single(await Office.ToldAsync("赵敏")), StringComparison.Ordinal);
        Assert.Equal(AnswerDoubt.Refused, Assert.Single(await ListAsync()).Doubt);
    }

    [Fact]
    public async Task Whoever_works_on_the_case_by_now_is_told_too_and_nobody_else()
    {
        var zhao = await Office.OnDutyAsync("赵敏");
        var zhou = await Office.OnDutyAsync("周静");
        await Office.OnDutyAsync("李强");
        var number = await AnsweredAsync("王芳", zhao, OutboundStatus.Unknown);
        await Office.AsAsync<CaseDesk, CaseRefusal?>(desk => desk.ClaimAsync(number, zhou, takeOver: true, CancellationToken.None));

        Assert.Equal(2, await NoticesAsync(Office));

        Assert.Single(await Office.ToldAsync("赵敏"));
        Assert.Single(await Office.ToldAsync("周静"));
        Assert.Empty(await Office.ToldAsync("李强"));
    }

    [Theory]
    [InlineData(OutboundStatus.Accepted)]
    [InlineData(OutboundStatus.HeldForContact)]
    [InlineData(OutboundStatus.Queued)]
    public async Task Of_an_answer_that_was_sent_or_still_waits_nobody_is_told(OutboundStatus fate)
    {
        var zhao = await Office.StaffAsync("赵敏");
        await AnsweredAsync("王芳", zhao, fate);

        Assert.Equal(0, await NoticesAsync(Office));
        Assert.Null(Assert.Single(await ListAsync()).Doubt);
    }

    [Fact]
    public async Task A_case_is_listed_with_the_doubt_until_a_later_answer_has_arrived()
    {
        var zhao = await Office.StaffAsync("赵敏");
        var number = await AnsweredAsync("王芳", zhao, OutboundStatus.Unknown);
        Assert.Equal(AnswerDoubt.Unknown, Assert.Single(await ListAsync()).Doubt);

        await AnswerAsync(number, zhao);
        await Office.SendsAllAsync(OutboundStatus.Accepted);

        Assert.Null(Assert.Single(await ListAsync()).Doubt);
    }

    private async Task<long> AnsweredAsync(string person, long staff, OutboundStatus fate)
    {
        await Office.SaysAsync(person, "人工");
        var id = await Office.PersonAsync(person);
        var number = await Office.ReadsAsync(db => db.Set<Case>().Where(c => c.PersonId == id).Select(c => c.Id).SingleAsync());
        await AnswerAsync(number, staff);
        await Office.SendsAllAsync(fate);
        return number;
    }

    private async Task AnswerAsync(long number, long staff) => Assert.Null(await Office.AsAsync<CaseDesk, CaseRefusal?>(
        desk => desk.AnswerAsync(number, staff, "周三上午给您回电话。", CancellationToken.None)));

    private Task<IReadOnlyList<ListedCase>> ListAsync() =>
        Office.AsAsync<CaseFiles, IReadOnlyList<ListedCase>>(files => files.ListAsync(onlyOpen: true, CancellationToken.None));

    private static Task<int> NoticesAsync(UnionOffice office) =>
        office.AsAsync<UnsureAnswerNotices, int>(notices => notices.RunAsync(CancellationToken.None));
}
