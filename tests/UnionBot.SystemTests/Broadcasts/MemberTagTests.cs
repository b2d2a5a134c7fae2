using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Broadcasts;

public sealed class MemberTagTests(BroadcastOffice office) : IClassFixture<BroadcastOffice>
{
    [Fact]
    public async Task A_file_gives_members_their_tags_in_place_of_those_before()
    {
        using var commands = OperatorConsole.On(office.Database);
        var (first, second) = (await office.RosterAsync(22, "赵六", "先进"), await office.RosterAsync(22, "钱七"));

        Assert.Equal("Imported: 1 new, 1 changed, 0 as they were.", await ImportAsync(commands, $"M{first},快递员、农民工\n泉城物业公司工会,M{second},快递员"));
        Assert.Equal("Imported: 0 new, 0 changed, 1 as they were.", await ImportAsync(commands, $"M{second},快递员"));

        Assert.Equal("农民工 快递员", await TagsAsync(first));
        Assert.Equal("快递员", await TagsAsync(second));
    }

    [Fact]
    public async Task A_row_that_names_nobody_or_somebody_twice_keeps_the_file_out()
    {
        using var commands = OperatorConsole.On(office.Database);
        var member = await office.RosterAsync(22, "孙八");

        var refused = await ImportAsync(commands, $"M{member},快递员\n泉城物业公司工会,M{member},农民工\n泉城物业公司工会,M999999,农民工");

        Assert.Contains("第 3 行：同一个会员出现了两次", refused, StringComparison.Ordinal);
        Assert.Contains("第 4 行：这个工会的名册上没有这个会员编号", refused, StringComparison.Ordinal);
        Assert.Equal("", await TagsAsync(member));
    }

    private static async Task<string> ImportAsync(OperatorConsole commands, string rows)
    {
        var file = commands.Write($"{Guid.CreateVersion7():N}.csv", $"所属工会,会员编号,标签\n泉城物业公司工会,{rows}\n");
        return (await commands.RunAsync("import", "member-tags", file)).Output;
    }

    private Task<string> TagsAsync(long member) => office.Database.ScalarAsync<string>(
        "SELECT coalesce(string_agg(tag, ' ' ORDER BY tag COLLATE \"C\"), '') FROM member_tag WHERE member_id = $1", member);
}
