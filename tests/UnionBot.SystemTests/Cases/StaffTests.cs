using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Cases;
using UnionBot.Core.People;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Cases;

public sealed class StaffTests : IAsyncLifetime
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
    public async Task A_member_of_staff_binds_their_own_chat_by_a_code_that_works_once()
    {
        var (zhao, code) = await WithCodeAsync("赵敏");

        Assert.Contains("绑定好了", await _office.SaysAsync("o-zhao", $"绑定工作人员{code}"), StringComparison.Ordinal);
        Assert.Contains("不对", await _office.SaysAsync("o-other", $"绑定工作人员 {code}"), StringComparison.Ordinal);

        var entry = Assert.Single(await _office.AsAsync<StaffRegister, IReadOnlyList<StaffEntry>>(s => s.ListAsync(CancellationToken.None)));
        Assert.Equal((zhao, "赵敏", true), (entry.Id, entry.Name, entry.IsBound));
    }

    [Fact]
    public async Task After_five_wrong_codes_from_whomever_the_right_one_is_worth_nothing()
    {
        var (_, code) = await WithCodeAsync("赵敏");
        var wrong = code == "000000" ? "000001" : "000000";
        for (var n = 0; n < Staff.MostTries; n++) await _office.SaysAsync($"o-guess-{n}", $"绑定工作人员 {wrong}");

        Assert.Contains("不对", await _office.SaysAsync("o-zhao", $"绑定工作人员 {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_good_for_ten_minutes_of_real_time()
    {
        var (zhao, code) = await WithCodeAsync("赵敏");
        await _database.ExecuteAsync("UPDATE staff SET code_until = now() - interval '1 second' WHERE id = $1", zhao);

        Assert.Contains("不对", await _office.SaysAsync("o-zhao", $"绑定工作人员 {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_chat_is_one_member_of_staff()
    {
        var (_, first) = await WithCodeAsync("赵敏");
        var (_, second) = await WithCodeAsync("周静");
        await _office.SaysAsync("o-zhao", $"绑定工作人员 {first}");

        Assert.Contains("已经绑定过", await _office.SaysAsync("o-zhao", $"绑定工作人员 {second}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_is_neither_on_duty_nor_listed_and_their_chat_is_free()
    {
        var zhao = await _office.OnDutyAsync("赵敏");

        Assert.True(await _office.AsAsync<StaffRegister, bool>(s => s.RemoveAsync(zhao, CancellationToken.None)));

        Assert.Empty(await _office.AsAsync<StaffRegister, IReadOnlyList<StaffEntry>>(s => s.ListAsync(CancellationToken.None)));
        Assert.False(await _office.AsAsync<DutyRota, bool>(r => r.IsAnybodyThereAsync(_office.Now, CancellationToken.None)));
        Assert.False(await _office.ReadsAsync(db => db.Set<Staff>().AnyAsync(s => s.PersonId != null)));
    }

    [Fact]
    public async Task The_rota_names_who_began_first_and_everybody_once()
    {
        var zhao = await _office.StaffAsync("赵敏");
        var zhou = await _office.StaffAsync("周静");
        await _office.ShiftAsync(zhao, _office.Now.AddHours(-1), _office.Now.AddHours(1));
        await _office.ShiftAsync(zhou, _office.Now.AddHours(-2), _office.Now.AddHours(1));
        await _office.ShiftAsync(zhou, _office.Now.AddMinutes(-5), _office.Now.AddHours(3));
        await _office.ShiftAsync(zhao, _office.Now.AddHours(5), _office.Now.AddHours(6));

        Assert.Equal([zhou, zhao], await OnDutyAsync(_office.Now));
        Assert.Equal([zhou], await OnDutyAsync(_office.Now.AddHours(2)));
        Assert.Empty(await OnDutyAsync(_office.Now.AddHours(4)));
    }

    [Fact]
    public async Task Names_of_staff_are_unreadable_in_the_database()
    {
        await _office.StaffAsync("赵敏");

        Assert.Equal(0L, await _database.ScalarAsync<long>(
            "SELECT count(*) FROM staff WHERE encode(name, 'hex') LIKE '%' || encode($1::bytea, 'hex') || '%'",
            System.Text.Encoding.UTF8.GetBytes("赵敏")));
    }

    private async Task<(long Staff, string Code)> WithCodeAsync(string name)
    {
        var id = (await _office.AsAsync<StaffRegister, long?>(s => s.AddAsync(name, organisation: null, CancellationToken.None)))!.Value;
        return (id, (await _office.AsAsync<StaffRegister, string?>(s => s.OpenCodeAsync(id, CancellationToken.None)))!);
    }

    private Task<IReadOnlyList<long>> OnDutyAsync(DateTimeOffset at) =>
        _office.AsAsync<DutyRota, IReadOnlyList<long>>(rota => rota.OnDutyAsync(at, CancellationToken.None));
}
