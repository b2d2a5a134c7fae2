using System.Text;
using UnionBot.Core.Imports;

namespace UnionBot.Tests.Core.Imports;

public sealed class ImporterTests
{
    private const string Table = "姓名,手机号,编号\n王芳,13800000001,000012\n李强,13900000002,000013\n";

    private static readonly string[] Expected = ["王芳|13800000001|000012|", "李强|13900000002|000013|"];

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false },
        { "utf-8", true },
        { "utf-16", true },
        { "utf-16", false },
        { "utf-16BE", true },
        { "utf-16BE", false },
        { "GB18030", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_in_use_is_recognised(string name, bool withMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] mark = withMark ? encoding.GetPreamble() : [];

        Assert.Equal(Expected, ImportBench.Of([.. mark, .. encoding.GetBytes(Table)]).Read());
    }

    [Theory]
    [InlineData("\t")]
    [InlineData(";")]
    public void Tabs_and_semicolons_separate_too(string separator) =>
        Assert.Equal(Expected, ImportBench.Of(Table.Replace(",", separator, StringComparison.Ordinal)).Read());

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_line_end_will_do(string end) =>
        Assert.Equal(Expected, ImportBench.Of(Table.ReplaceLineEndings(end)).Read());

    [Fact]
    public void Cells_may_hold_separators_line_breaks_and_quotes() =>
        Assert.Equal(
            ["王,\"芳\"|13800000001||"],
            ImportBench.Of("姓名,手机号\n\"王,\"\"芳\"\"\",\"13800000001\"\n").Read());

    [Fact]
    public void Headers_are_known_by_other_names_and_whatever_stands_around_them() =>
        Assert.Equal(
            ["王芳|13800000001||"],
            ImportBench.Of("性别, 会 员 姓 名 （必填）,＊联系电话\n女,王芳,13800000001\n").Read());

    [Fact]
    public void A_title_above_the_headers_and_empty_rows_are_passed_over_and_rows_keep_their_numbers()
    {
        var bench = ImportBench.Of("会员名册,,\n\n姓名,手机号\n\n,\n王芳,13800000001\n\n");

        Assert.Equal(["王芳|13800000001||"], bench.Read());
        Assert.Equal(6, bench.Rows[0].Number);
        Assert.Equal(1, bench.Report.Rows);
    }

    [Fact]
    public void Columns_nobody_asked_for_are_named_in_a_notice()
    {
        var bench = ImportBench.Of("姓名,性別,手机\n王芳,女,13800000001\n");

        Assert.True(bench.Report.IsClean);
        Assert.Equal(["以下列没有使用：性別"], bench.Notices);
    }

    [Fact]
    public void Blanks_full_width_and_marks_of_text_around_a_value_do_not_count() =>
        Assert.Equal(
            ["王芳|13800000001|000012|2026-03-08"],
            ImportBench.Of("姓名,手机号,编号,入会日期\n　王芳\u200B ,１３８ 0000 0001,=\"000012\",2026年3月8日\n").Read());

    [Theory]
    [InlineData("3.70E+17", "科学计数法")]
    [InlineData("1.38E10", "科学计数法")]
    [InlineData("1380000000", "不是 11 位手机号码")]
    [InlineData("#N/A", "公式出错")]
    public void A_bad_phone_is_refused_with_row_column_and_reason(string phone, string reason)
    {
        var bench = ImportBench.Of($"姓名,手机号\n王芳,13800000001\n李强,{phone}\n");

        var fault = Assert.Single(bench.Report.FirstFaults);
        Assert.Equal((3, "手机号"), (fault.Row, fault.Column));
        Assert.Contains(reason, Assert.Single(bench.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12", "开头的 0 可能被表格软件去掉了")]
    [InlineData("0000012", "太长")]
    [InlineData("00_012", "只能是字母、数字和连字符")]
    public void A_code_that_lost_its_zeros_or_gained_others_is_refused(string code, string reason) =>
        Assert.Contains(reason, Assert.Single(ImportBench.Of($"姓名,编号\n王芳,{code}\n").Faults), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-02-30", "不是完整的日期")]
    [InlineData("2026-03", "不是完整的日期")]
    [InlineData("46089", "日期变成了一个数字")]
    [InlineData("2926-03-08", "不在合理的范围内")]
    [InlineData("1926/3/8", "不在合理的范围内")]
    public void A_day_that_is_none_is_refused(string day, string reason) =>
        Assert.Contains(reason, Assert.Single(ImportBench.Of($"姓名,入会日期\n王芳,{day}\n").Faults), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-3-8")]
    [InlineData("2026/03/08")]
    [InlineData("2026.3.8")]
    [InlineData("20260308")]
    [InlineData("２０２６－３－８")]
    [InlineData("2026/3/8 0:00")]
    public void A_day_is_understood_however_it_is_written(string day) =>
        Assert.Equal(["王芳|||2026-03-08"], ImportBench.Of($"姓名,入会日期\n王芳,{day}\n").Read());

    [Fact]
    public void Everything_wrong_with_every_row_is_told_and_no_bad_row_comes_through()
    {
        var bench = ImportBench.Of("姓名,手机号\n,123\n王芳,13800000001\n李\u0007强,\n赵敏,13800000003,多余\n");

        Assert.Equal(["王芳|13800000001||"], bench.Read());
        Assert.Equal(
            [
                "第 2 行“姓名”：必填，不能为空",
                "第 2 行“手机号”：不是 11 位手机号码",
                "第 4 行“姓名”：含有不可见的控制字符",
                "第 5 行：内容比表头多，请检查是否多了分隔符",
            ],
            bench.Faults);
        Assert.Equal(4, bench.Report.Rows);
    }

    [Theory]
    [InlineData("姓名,手机号,姓 名\n王芳,13800000001,李强\n", "第 1 行“姓名”：表头里出现了两次")]
    [InlineData("姓名,手机,联系电话\n王芳,13800000001,\n", "第 1 行“手机号”：表头里出现了两次")]
    [InlineData("手机号\n13800000001\n", "第 1 行“姓名”：缺少这一列")]
    [InlineData("甲,乙\n1,2\n", "没有找到表头")]
    [InlineData("\n\n", "没有找到表头")]
    [InlineData("", "文件是空的")]
    public void A_table_without_the_right_headers_is_refused_as_a_whole(string text, string fault)
    {
        var bench = ImportBench.Of(text);

        Assert.Empty(bench.Rows);
        Assert.StartsWith(fault, Assert.Single(bench.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("姓名,手机号\n\"王芳,13800000001\n李强,13900000002\n", "第 2 行：引号不成对")]
    [InlineData("姓名,手机号\n\"王\"芳,13800000001\n", "第 2 行：引号不成对")]
    public void Quotes_that_do_not_pair_are_named(string text, string fault) =>
        Assert.Equal([fault], ImportBench.Of(text).Faults);

    [Fact]
    public void A_quote_never_closed_does_not_swallow_a_large_file()
    {
        var text = "姓名,手机号\n\"王芳,1\n" + string.Concat(Enumerable.Repeat("李强,13900000002\n", 200_000));

        Assert.Contains("第 2 行：内容太长", Assert.Single(ImportBench.Of(text).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_no_known_encoding_are_refused()
    {
        var bench = ImportBench.Of([.. Encoding.UTF8.GetBytes("姓名\n"), 0xFF, 0xFF, .. "\n"u8]);

        Assert.Empty(bench.Rows);
        Assert.NotEmpty(bench.Faults);
    }

    [Fact]
    public void Too_many_bytes_rows_columns_or_characters_are_refused()
    {
        var limits = new ImportLimits(TextBytes: 1 << 20, WorkbookBytes: 1 << 20, Rows: 2, Columns: 3, CellCharacters: 15);

        Assert.Equal(["第 4 行：行数太多，一个文件最多 2 行，请拆分后分别导入"], ImportBench.Of("姓名\n甲\n乙\n丙\n", limits).Faults);
        Assert.Equal(["第 1 行：列数太多，最多 3 列"], ImportBench.Of("姓名,a,b,c\n甲\n", limits).Faults);
        Assert.Equal(["第 2 行“姓名”：内容太长，最多 15 个字符"], ImportBench.Of($"姓名\n{new string('甲', 16)}\n", limits).Faults);
        Assert.Equal(["文件太大，最多 1 MB"], ImportBench.Of(new string('甲', 400_000), limits).Faults);
    }

    [Fact]
    public void Every_fault_is_told_at_once_but_not_every_one_is_kept()
    {
        var told = 0;
        var report = new ImportReport(_ => told++);
        var text = "姓名\n" + string.Concat(Enumerable.Repeat("\u0007甲\n", 5000));
        using var file = new ImportFile(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv");

        Assert.Empty(Importer.Read(file, [ImportBench.Name], report));

        Assert.Equal((5000, 5000, ImportReport.MostKept), (told, report.FaultCount, report.FirstFaults.Count));
    }

    [Fact]
    public void The_same_bytes_have_the_same_hash_under_any_name()
    {
        using var one = new ImportFile(new MemoryStream([1, 2, 3]), "a.csv");
        using var two = new ImportFile(new MemoryStream([1, 2, 3]), "b.csv");
        using var other = new ImportFile(new MemoryStream([1, 2, 4]), "a.csv");

        Assert.Equal(one.Hash, two.Hash);
        Assert.NotEqual(one.Hash, other.Hash);
    }
}
