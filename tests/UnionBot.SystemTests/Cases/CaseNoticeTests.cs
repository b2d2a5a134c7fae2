using UnionBot.Core.Cases;

namespace UnionBot.SystemTests.Cases;

public sealed class CaseNoticeTests : OfficeTests
{
    [Fact]
    public async Task Staff_on_duty_are_told_of_a_new_case_once_by_whichever_host()
    {
        await Office.OnDutyAsync("赵敏");
        await using var second = await Office.SecondHostAsync();

        for (var round = 1; round <= Effort.Of(ordinary: 10, full: 100); round++)
        {
            await Office.SaysAsync($"职工{round}", "人工");

            var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => NoticesAsync(n % 2 == 0 ? Office : second)));

            Assert.Equal(1, told.Sum());
            Assert.Equal(round, (await Office.ToldAsync("赵敏")).Count);
            Office.Waits(CaseNotices.Pause);
            second.Waits(CaseNotices.Pause);
        }

        Assert.All(await Office.ToldAsync("赵敏"), text => Assert.Contains("新的事项", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cases_that_come_soon_after_are_gathered_into_one_notice()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.SaysAsync("王芳", "人工");
        await NoticesAsync(Office);
        for (var n = 0; n < 7; n++) await Office.SaysAsync($"职工{n}", "人工");

        Assert.Equal(0, await NoticesAsync(Office));
        Office.Waits(CaseNotices.Pause);
        Assert.Equal(7, await NoticesAsync(Office));

        Assert.Contains("另有 2 件", (await Office.ToldAsync("赵敏"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_at_night_is_told_when_the_shift_begins()
    {
        var zhao = await Office.StaffAsync("赵敏");
        await Office.ShiftAsync(zhao, Office.Now.AddHours(8), Office.Now.AddHours(16));
        await Office.SaysAsync("王芳", "人工");

        Assert.Equal(0, await NoticesAsync(Office));
        Office.Waits(TimeSpan.FromHours(9));
        Assert.Equal(1, await NoticesAsync(Office));
    }

    private static Task<int> NoticesAsync(UnionOffice office) =>
        office.AsAsync<CaseNotices, int>(notices => notices.RunAsync(CancellationToken.None));
}
