using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Cases;

namespace UnionBot.SystemTests.Cases;

/// <summary>A call for a person soon after a case was opened belongs to that case.</summary>
public sealed class JoinedCaseTests : OfficeTests
{
    private const string Wish = "我要报名参加健步走";

    [Fact]
    public async Task A_call_for_a_person_within_an_hour_joins_the_case_and_says_its_number()
    {
        await Office.SaysAsync("王芳", Wish);
        var number = Assert.Single(await OpenAsync()).Id;
        Office.Waits(TimeSpan.FromMinutes(50));

        Assert.Contains($"编号还是 {number}", await Office.SaysAsync("王芳", "人工"), StringComparison.Ordinal);
        Assert.Equal(number, Assert.Single(await OpenAsync()).Id);
    }

    [Fact]
    public async Task A_third_miss_joins_too_and_the_transcript_has_the_words()
    {
        await Office.SaysAsync("王芳", Wish);
        var number = Assert.Single(await OpenAsync()).Id;
        for (var n = 0; n < 2; n++) await Office.SaysAsync("王芳", "asdfgh");

        Assert.Contains($"编号还是 {number}", await Office.SaysAsync("王芳", "qwertz"), StringComparison.Ordinal);
        var staff = await Office.StaffAsync("赵敏");
        var file = await Office.AsAsync<CaseFiles, CaseFile?>(files => files.OpenAsync(number, staff, CancellationToken.None));
        Assert.Contains(file!.Transcript, line => line.Text == "qwertz");
    }

    [Fact]
    public async Task After_an_hour_or_when_it_is_closed_a_call_is_a_case_of_its_own()
    {
        await Office.SaysAsync("王芳", Wish);
        Office.Waits(TimeSpan.FromMinutes(61));
        await Office.SaysAsync("王芳", "人工");
        Assert.Equal(2, (await OpenAsync()).Count);

        await Office.SaysAsync("李强", Wish);
        var staff = await Office.StaffAsync("赵敏");
        var number = (await OpenAsync())[^1].Id;
        Assert.Null(await Office.AsAsync<CaseDesk, CaseRefusal?>(desk => desk.CloseAsync(number, staff, CancellationToken.None)));

        Assert.DoesNotContain("编号还是", await Office.SaysAsync("李强", "人工"), StringComparison.Ordinal);
        Assert.Equal(3, (await OpenAsync()).Count);
    }

    [Fact]
    public async Task A_crisis_joins_nothing_and_nothing_joins_it()
    {
        await Office.SaysAsync("王芳", Wish);
        await Office.SaysAsync("王芳", "我不想活了");
        Assert.Equal(["handover/crisis", "knowledge/wish"], (await OpenAsync()).Select(c => c.Kind).Order(StringComparer.Ordinal));

        await Office.SaysAsync("李强", "我不想活了");
        Assert.DoesNotContain("编号还是", await Office.SaysAsync("李强", "人工"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_on_duty_are_told_again_of_a_case_that_nobody_has_taken()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.SaysAsync("王芳", Wish);
        var number = Assert.Single(await OpenAsync()).Id;
        Assert.Equal(1, await AnnounceAsync());
        Office.Waits(TimeSpan.FromMinutes(15));

        await Office.SaysAsync("王芳", "人工");
        Assert.Equal(1, await AnnounceAsync());
        Assert.Equal(0, await AnnounceAsync());

        var told = await Office.ToldAsync("赵敏");
        Assert.Equal(2, told.Count);
        Assert.All(told, words => Assert.Contains($"编号 {number}", words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_works_on_the_case_is_told_once_that_the_person_called_again()
    {
        var staff = await Office.StaffAsync("赵敏");
        await Office.SaysAsync("王芳", Wish);
        var number = Assert.Single(await OpenAsync()).Id;
        await Office.AsAsync<CaseDesk, CaseRefusal?>(desk => desk.ClaimAsync(number, staff, takeOver: false, CancellationToken.None));

        Office.Waits(CaseNotices.Pause - TimeSpan.FromSeconds(Office.Now.ToUnixTimeSeconds() % CaseNotices.Pause.TotalSeconds));
        await Office.SaysAsync("王芳", "人工");
        await Office.SaysAsync("王芳", "人工");

        Assert.Contains($"编号 {number} 的人刚才又找", Assert.Single(await Office.ToldAsync("赵敏")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_works_on_a_call_is_told_when_the_person_calls_once_more_however_much_later()
    {
        var staff = await Office.StaffAsync("赵敏");
        await Office.SaysAsync("王芳", "人工");
        var number = Assert.Single(await OpenAsync()).Id;
        await Office.AsAsync<CaseDesk, CaseRefusal?>(desk => desk.ClaimAsync(number, staff, takeOver: false, CancellationToken.None));
        Office.Waits(TimeSpan.FromHours(3));

        Assert.Contains($"编号还是 {number}", await Office.SaysAsync("王芳", "人工"), StringComparison.Ordinal);

        Assert.Contains($"编号 {number} 的人刚才又找", Assert.Single(await Office.ToldAsync("赵敏")), StringComparison.Ordinal);
        Assert.Equal(number, Assert.Single(await OpenAsync()).Id);
    }

    [Theory]
    [InlineData("你们人呢")]
    [InlineData("怎么还没人理我")]
    [InlineData("没人回我")]
    [InlineData("到底有没有人啊 打我电话")]
    public async Task Whoever_asks_where_everybody_is_calls_for_a_person(string words)
    {
        await Office.SaysAsync("王芳", "人工");
        var number = Assert.Single(await OpenAsync()).Id;

        Assert.Contains($"编号还是 {number}", await Office.SaysAsync("王芳", words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_of_somebody_else_is_none_to_join()
    {
        await Office.SaysAsync("王芳", Wish);

        Assert.DoesNotContain("编号还是", await Office.SaysAsync("李强", "人工"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_calls_at_once_none_opens_a_second_case()
    {
        await Office.SaysAsync("王芳", Wish);
        await using var second = await Office.SecondHostAsync();

        await Task.WhenAll(Enumerable.Range(0, Effort.Of(ordinary: 8, full: 60)).Select(n => (n % 2 == 0 ? Office : second).SaysAsync("王芳", "人工")));

        Assert.Single(await OpenAsync());
    }

    private Task<int> AnnounceAsync() => Office.AsAsync<CaseNotices, int>(notices => notices.RunAsync(CancellationToken.None));

    private Task<List<Case>> OpenAsync() => Office.ReadsAsync(
        db => db.Set<Case>().AsNoTracking().Where(c => c.Status != CaseStatus.Closed).OrderBy(c => c.Id).ToListAsync());
}
