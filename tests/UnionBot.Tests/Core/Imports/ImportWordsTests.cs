using System.Reflection;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar.Holidays;
using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Weather.Importing;
using UnionBot.Services.Vacancies.Importing;

namespace UnionBot.Tests.Core.Imports;

public sealed class ImportWordsTests : IDisposable
{
    private static readonly ImportTable[] Tables = [OrganisationColumns.Table, RosterColumns.Table, VacancyColumns.Table, HolidayColumns.Table, ForecastColumns.Table];

    private readonly string _folder = Directory.CreateTempSubdirectory("words").FullName;

    public ImportWordsTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "imports"));
        foreach (var file in Directory.GetFiles(Path.Combine(Tree.Templates, "imports")))
            File.Copy(file, Path.Combine(_folder, "imports", Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_problem_has_words()
    {
        var words = Load();
        Enum[] problems = [.. Enum.GetValues<ImportProblem>(), .. Enum.GetValues<VacancyProblem>()];

        Assert.All(problems, problem => Assert.NotEmpty(words.Of(new ImportFault(0, null, problem))));
    }

    [Theory]
    [InlineData(typeof(OrganisationColumns))]
    [InlineData(typeof(RosterColumns))]
    [InlineData(typeof(VacancyColumns))]
    [InlineData(typeof(HolidayColumns))]
    [InlineData(typeof(ForecastColumns))]
    public void Every_column_that_an_import_looks_for_has_headers(Type columns)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var table = (ImportTable)columns.GetProperty(nameof(RosterColumns.Table))!.GetValue(null)!;
        var words = Load().Table(table.Kind);

        Assert.Equal(
            columns.GetProperties(Own).Where(p => p.PropertyType.IsAssignableTo(typeof(ImportColumn))).Select(p => p.Name).Order(),
            table.Columns.Order());
        Assert.All(table.Columns, column => Assert.NotEmpty(words.Column(column, ImportParsers.Text(1)).Headers));
    }

    [Fact]
    public void A_fault_is_told_with_its_place()
    {
        var words = Load();

        Assert.Equal("文件是空的", words.Of(new ImportFault(0, null, ImportProblem.Empty)));
        Assert.Equal("“姓名”列：缺少这一列", words.Of(new ImportFault(0, "姓名", ImportProblem.ColumnMissing)));
        Assert.Equal("第 3 行：引号不成对", words.Of(new ImportFault(3, null, ImportProblem.Quotes)));
        Assert.Equal("第 3 行“纬度”：不是合理的经纬度（GCJ-02，度）", words.Of(new ImportFault(3, "纬度", VacancyProblem.Coordinate)));
        Assert.Equal(
            "第 3 行“姓名”：太长，最多 20 个字",
            words.Of(new ImportFault(3, "姓名", new ImportReason(ImportProblem.TextTooLong, 20))));
        Assert.Equal(
            "第 3 行“状态”：应填：在籍、保留",
            words.Of(new ImportFault(3, "状态", new ImportReason(ImportProblem.NotOneOf) { Words = ["在籍", "保留"] })));
    }

    [Theory]
    [InlineData("words.yaml", "  quotes: 引号不成对\n", "", "'quotes'")]
    [InlineData("words.yaml", "  quotes: 引号不成对", "  quote: 引号不成对", "'quote'")]
    [InlineData("words.yaml", "最多 {most} 列", "太多了", "{most}")]
    [InlineData("words.yaml", "没有找到表头", "没有找到表头 {row}", "no name in braces")]
    [InlineData("members.yaml", "  phone: [手机号, 手机, 手机号码, 联系电话, 移动电话]\n", "", "'phone'")]
    [InlineData("members.yaml", "  name: [姓名, 会员姓名]", "  name: []", "needs a header")]
    [InlineData("members.yaml", "[会籍状态, 状态, 会员状态]", "[会籍状态, 姓名（必填）]", "'姓名（必填）'")]
    [InlineData("members.yaml", "[在籍, 正常]", "[在籍, 保留]", "'保留'")]
    [InlineData("organisations.yaml", "    basic: [基层]", "    base: [基层]", "'base'")]
    [InlineData("vacancies.yaml", "  pay-bounds: 工资下限比上限高\n", "", "'pay-bounds'")]
    public void A_broken_file_is_refused_with_file_line_and_reason(string file, string good, string bad, string reason)
    {
        var path = Path.Combine(_folder, "imports", file);
        var text = File.ReadAllText(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));

        var broken = Assert.Throws<BrokenFileException>(Load);

        Assert.Equal(path, broken.File);
        Assert.True(broken.Line > 1);
        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
    }

    private ImportWords Load() => ImportWords.Load(new DataFolder(_folder), Tables);
}
