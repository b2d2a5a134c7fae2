using UnionBot.Chat.Understanding.Changes;

namespace UnionBot.Tests.Chat.Understanding.Changes;

/// <summary>What staff changed, after the files of the program changed too.</summary>
public sealed class TemplateMergeTests : IDisposable
{
    private const string Trades = "understanding/words/trades.txt";
    private const string Before = "# 工种\n\n[建筑]\n瓦工: 瓦匠\n木工: 木匠\n\n[家政]\n月嫂\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("templates").FullName;

    [Fact]
    public void While_the_file_is_as_it_was_the_staff_version_counts_as_it_is()
    {
        Ship(Trades, Before);

        var text = Before.Replace("# 工种", "# 我们的工种", StringComparison.Ordinal);
        Assert.Equal((text, null), Merge(Trades, Before, text));
    }

    [Fact]
    public void Lines_that_staff_added_and_took_away_are_merged_with_lines_that_an_upgrade_changed()
    {
        Ship(Trades, "# 工种\n\n[建筑]\n瓦工: 瓦匠 泥瓦匠\n木工: 木匠\n油工\n\n[家政]\n月嫂\n");

        var (text, conflict) = Merge(Trades, Before, "[建筑]\n瓦工: 瓦匠\n木工: 木匠 做木头的\n\n[家政]\n保洁\n\n[渔业]\n渔工\n");

        Assert.Null(conflict);
        Assert.Equal(
            ["# 工种", "[建筑]", "瓦工: 瓦匠 泥瓦匠", "油工", "木工: 木匠 做木头的", "[家政]", "保洁", "[渔业]", "渔工"],
            text!.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_line_that_both_changed_is_a_conflict_and_stays_as_staff_have_it()
    {
        Ship(Trades, Before.Replace("木工: 木匠", "木工: 木匠 支模工", StringComparison.Ordinal));

        var (text, conflict) = Merge(Trades, Before, Before.Replace("木工: 木匠", "木工: 木匠 做木头的", StringComparison.Ordinal));

        Assert.Contains("木工: 木匠 支模工", conflict, StringComparison.Ordinal);
        Assert.Contains("木工: 木匠 做木头的", text, StringComparison.Ordinal);
        Assert.DoesNotContain("支模工", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_staff_changed_and_the_upgrade_took_away_is_a_conflict()
    {
        const string Heard = "understanding/words/heard.txt";
        Ship(Heard, "工会 会员\n");

        var (text, conflict) = Merge(Heard, "工会 会员\n工资 欠薪\n", "工会 会员\n工资 欠薪 讨薪\n");

        Assert.Contains("工资 欠薪", conflict, StringComparison.Ordinal);
        Assert.Contains("工资 欠薪 讨薪", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Trades)]
    [InlineData("knowledge/wage.md")]
    public void What_the_files_say_by_themselves_now_needs_no_change_any_more(string path)
    {
        var changed = Before.Replace("月嫂", "月嫂 育儿嫂", StringComparison.Ordinal);
        Ship(path, changed + "护工\n");

        Assert.Equal((null, null), Merge(path, Before, changed));
    }

    [Fact]
    public void A_newer_answer_is_a_conflict_and_the_one_of_staff_stays_in_force()
    {
        Ship("knowledge/wage.md", "newer");

        var (text, conflict) = Merge("knowledge/wage.md", "old", "ours");

        Assert.Equal("ours", text);
        Assert.Contains("newer", conflict, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_gone_is_a_conflict() =>
        Assert.Contains("no such file", Merge("knowledge/wage.md", "old", "ours").Conflict, StringComparison.Ordinal);

    [Theory]
    [InlineData("words/trades.txt")]
    [InlineData("understanding/words/synonyms.yaml")]
    [InlineData("knowledge/annual-leave.md")]
    [InlineData("knowledge/our-own-answer.md")]
    public void Words_and_answers_may_be_changed(string typed) => Assert.Null(TemplatePath.RefusalOf(TemplatePath.Of(typed), Tree.Templates));

    [Theory]
    [InlineData("crisis.yaml")]
    [InlineData("understanding/urgent/fire.txt")]
    [InlineData("hotlines.yaml")]
    [InlineData("../../etc/passwd")]
    [InlineData("knowledge/../replies/chat/menu.hbs")]
    [InlineData("/etc/passwd.txt")]
    [InlineData("replies/chat/menu.hbs")]
    [InlineData("words/no-such.txt")]
    [InlineData("knowledge/no-such.yaml")]
    public void What_keeps_people_safe_and_what_is_not_there_may_not(string typed) =>
        Assert.NotNull(TemplatePath.RefusalOf(TemplatePath.Of(typed), Tree.Templates));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Ship(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, path))!);
        File.WriteAllText(Path.Combine(_folder, path), text);
    }

    private (string? Text, string? Conflict) Merge(string path, string before, string text)
    {
        var merged = TemplateMerge.Of(_folder, new StaffTemplate(1, path, before, text));
        return (merged.Text, merged.Conflict);
    }
}
