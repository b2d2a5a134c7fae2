using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Cases;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.Cases;

public sealed class StaffTests : OfficeTests
{
    [Fact]
    public async Task A_member_of_staff_binds_their_own_chat_by_a_code_that_works_once()
    {
        var (zhao, code) = await WithCodeAsync("赵敏");

        Assert.Contains("绑定好了", await Office.SaysAsync("o-zhao", $"绑定工作人员{code}"), StringComparison.Ordinal);
        Assert.Contains("不对", await Office.SaysAsync("o-other", $"绑定工作人员 {code}"), StringComparison.Ordinal);

        var entry = Assert.Single(await Office.AsAsync<StaffRegister, IReadOnlyList<StaffEntry>>(s => s.ListAsync(CancellationToken.None)));
        Assert.Equal((zhao, "赵敏", true), (entry.Id, entry.Name, entry.IsBound));
    }

    [Fact]
    public async Task After_five_wrong_codes_from_whomever_the_right_one_is_worth_nothing()
    {
        var (_, code) = await WithCodeAsync("赵敏");
        var wrong = code == "000000" ? "000001" : "000000";
        for (var n = 0; n < Staff.MostTries; n++) await Office.SaysAsync($"o-guess-{n}", $"绑定工作人员 {wrong}");

        Assert.Contains("不对", await Office.SaysAsync("o-zhao", $"绑定工作人员 {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_count_of_wrong_codes_never_runs_over_and_begins_anew()
    {
        var (_, code) = await WithCodeAsync("赵敏");
        var wrong = code == "000000" ? "000001" : "000000";
        await Database.ExecuteAsync("UPDATE staff SET code_tries = $1", short.MaxValue);

        await Office.SaysAsync("o-guess", $"绑定工作人员 {wrong}");

        Assert.Contains("不对", await Office.SaysAsync("o-zhao", $"绑定工作人员 {code}"), StringComparison.Ordinal);
        Assert.Equal(Staff.MostTries, await Database.ScalarAsync<short>("SELECT code_tries FROM staff"));
    }

    [Fact]
    public async Task A_code_is_good_for_ten_minutes_of_real_time()
    {
        var (zhao, code) = await WithCodeAsync("赵敏");
        await Database.ExecuteAsync("UPDATE staff SET code_until = now() - interval '1 second' WHERE id = $1", zhao);

        Assert.Contains("不对", await Office.SaysAsync("o-zhao", $"绑定工作人员 {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_chat_is_one_member_of_staff()
    {
        var (_, first) = await WithCodeAsync("赵敏");
        var (_, second) = await WithCodeAsync("周静");
        await Office.SaysAsync("o-zhao", $"绑定工作人员 {first}");

        Assert.Contains("已经绑定过", await Office.SaysAsync("o-zhao", $"绑定工作人员 {second}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_is_neither_on_duty_nor_listed_and_their_chat_is_free()
    {
        var zhao = await Office.OnDutyAsync("赵敏");

        Assert.True(await Office.AsAsync<StaffRegister, bool>(s => s.RemoveAsync(zhao, CancellationToken.None)));

        Assert.Empty(await Office.AsAsync<StaffRegister, IReadOnlyList<StaffEntry>>(s => s.ListAsync(CancellationToken.None)));
        Assert.False(await Office.AsAsync<DutyRota, bool>(r => r.IsAnybodyThereAsync(Office.Now, CancellationToken.None)));
        Assert.False(await Office.ReadsAsync(db => db.Set<Staff>().AnyAsync(s => s.PersonId != null)));
    }

    [Fact]
    public async Task The_rota_names_who_began_first_and_everybody_once()
    {
        var zhao = await Office.StaffAsync("赵敏");
        var zhou = await Office.StaffAsync("周静");
        await Office.ShiftAsync(zhao, Office.Now.AddHours(-1), Office.Now.AddHours(1));
        await Office.ShiftAsync(zhou, Office.Now.AddHours(-2), Office.Now.AddHours(1));
        await Office.ShiftAsync(zhou, Office.Now.AddMinutes(-5), Office.Now.AddHours(3));
        await Office.ShiftAsync(zhao, Office.Now.AddHours(5), Office.Now.AddHours(6));

        Assert.Equal([zhou, zhao], await OnDutyAsync(Office.Now));
        Assert.Equal([zhou], await OnDutyAsync(Office.Now.AddHours(2)));
        Assert.Empty(await OnDutyAsync(Office.Now.AddHours(4)));
    }

    [Theory]
    [InlineData("在岗")]
    [InlineData("上班了")]
    [InlineData("我在")]
    public async Task Who_says_that_they_are_there_is_told_until_when_they_are_on_duty(string words)
    {
        var zhao = await Office.StaffAsync("赵敏");
        var end = new DateTimeOffset(Office.Now.UtcDateTime.Date.AddDays(1).AddHours(9.5), TimeSpan.Zero);
        Assert.Contains("现在没有班", await Office.SaysAsync("赵敏", words), StringComparison.Ordinal);
        await Office.ShiftAsync(zhao, Office.Now.AddMinutes(-5), Office.Now.AddMinutes(5));
        await Office.ShiftAsync(zhao, Office.Now.AddMinutes(-5), end);

        Assert.Contains("17:30", await Office.SaysAsync("赵敏", words), StringComparison.Ordinal);
        Assert.Contains("没有等人处理的警报", await Office.SaysAsync("赵敏", "收到"), StringComparison.Ordinal);
        Assert.DoesNotContain("班", await Office.SaysAsync("o-worker", words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_staff_are_unreadable_in_the_database()
    {
        await Office.StaffAsync("赵敏");

        Assert.Equal(0L, await Database.ScalarAsync<long>(
            "SELECT count(*) FROM staff WHERE encode(name, 'hex') LIKE '%' || encode($1::bytea, 'hex') || '%'",
            System.Text.Encoding.UTF8.GetBytes("赵敏")));
    }

    private async Task<(long Staff, string Code)> WithCodeAsync(string name)
    {
        var id = (await Office.AsAsync<StaffRegister, long?>(s => s.AddAsync(name, organisation: null, CancellationToken.None)))!.Value;
        return (id, (await Office.AsAsync<StaffRegister, string?>(s => s.OpenCodeAsync(id, CancellationToken.None)))!);
    }

    private Task<IReadOnlyList<long>> OnDutyAsync(DateTimeOffset at) =>
        Office.AsAsync<DutyRota, IReadOnlyList<long>>(rota => rota.OnDutyAsync(at, CancellationToken.None));
}
