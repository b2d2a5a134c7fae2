using UnionBot.Core.Cases;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Cases;

public sealed class CaseNoticeTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private UnionOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await UnionOffice.OpenAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Staff_on_duty_are_told_of_a_new_case_once_by_whichever_host()
    {
        await _office.OnDutyAsync("赵敏");
        await using var second = await _office.SecondHostAsync();

        for (var round = 1; round <= 10; round++)
        {
            await _office.SaysAsync($"职工{round}", "人工");

            var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => NoticesAsync(n % 2 == 0 ? _office : second)));

            Assert.Equal(1, told.Sum());
            Assert.Equal(round, (await _office.ToldAsync("赵敏")).Count);
            _office.Waits(CaseNotices.Pause);
            second.Waits(CaseNotices.Pause);
        }

        Assert.All(await _office.ToldAsync("赵敏"), text => Assert.Contains("新的事项", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cases_that_come_soon_after_are_gathered_into_one_notice()
    {
        await _office.OnDutyAsync("赵敏");
        await _office.SaysAsync("王芳", "人工");
        await NoticesAsync(_office);
        for (var n = 0; n < 7; n++) await _office.SaysAsync($"职工{n}", "人工");

        Assert.Equal(0, await NoticesAsync(_office));
        _office.Waits(CaseNotices.Pause);
        Assert.Equal(7, await NoticesAsync(_office));

        Assert.Contains("另有 2 件", (await _office.ToldAsync("赵敏"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_at_night_is_told_when_the_shift_begins()
    {
        var zhao = await _office.StaffAsync("赵敏");
        await _office.ShiftAsync(zhao, _office.Now.AddHours(8), _office.Now.AddHours(16));
        await _office.SaysAsync("王芳", "人工");

        Assert.Equal(0, await NoticesAsync(_office));
        _office.Waits(TimeSpan.FromHours(9));
        Assert.Equal(1, await NoticesAsync(_office));
    }

    private static Task<int> NoticesAsync(UnionOffice office) =>
        office.AsAsync<CaseNotices, int>(notices => notices.RunAsync(CancellationToken.None));
}
