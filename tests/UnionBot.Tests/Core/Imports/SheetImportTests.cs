using System.Buffers.Binary;
using UnionBot.Core.Imports;
using static UnionBot.Tests.Core.Imports.Workbook;

namespace UnionBot.Tests.Core.Imports;

public sealed class SheetImportTests
{
    [Fact]
    public void Texts_numbers_days_and_formulas_are_read_by_their_value()
    {
        var bench = ImportBench.Of(File(
            [Text("姓名"), Text("手机号"), Text("编号"), Text("入会日期")],
            [Text("王芳"), Number(13800000001), Text("000012"), Day(new DateOnly(2026, 3, 8))],
            [Formula("\"李\"&\"强\"", "李强"), Text("13900000002"), Padded(13), Text("2026-03-08")]));

        Assert.Equal(["王芳|13800000001|000012|2026-03-08", "李强|13900000002|000013|2026-03-08"], bench.Read());
        Assert.True(bench.Report.IsClean);
    }

    [Fact]
    public void A_number_longer_than_a_spreadsheet_can_hold_is_refused() =>
        Refuses(Number(370102199003076600), Text("000012"), "第 2 行“手机号”：数字超过 15 位");

    [Fact]
    public void A_code_kept_as_a_number_is_refused() =>
        Refuses(Text("13800000001"), Number(12), "第 2 行“编号”：单元格是“数值”格式，开头的 0 会丢失");

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#DIV/0!")]
    public void A_formula_without_result_is_refused_with_and_without_reference(string error)
    {
        var referenced = Error(error);
        referenced.CellReference = "B2";

        Refuses(Error(error), Text("000012"), "第 2 行“手机号”：公式出错");
        Refuses(referenced, Text("000012"), "第 2 行“手机号”：公式出错");
    }

    [Fact]
    public void The_first_visible_sheet_is_read_and_the_others_are_named()
    {
        var bench = ImportBench.Of(File(
            ("字典", true, [[Text("甲")]]),
            ("会员", false, [[Text("姓名")], [Text("王芳")]]),
            ("更多", false, [[Text("姓名")], [Text("李强")]])));

        Assert.Equal(["王芳|||"], bench.Read());
        Assert.Equal(["文件有多个工作表，只读取了第一个：会员"], bench.Notices);
    }

    [Fact]
    public void A_damaged_workbook_is_refused()
    {
        var bytes = File([Text("姓名")], [Text("王芳")]).ToArray();

        Assert.Equal([ImportProblem.Damaged], ImportBench.Of(bytes[..(bytes.Length / 2)]).Problems);
        Assert.Equal([ImportProblem.Damaged], ImportBench.Of([.. "PK\u0003\u0004"u8, .. new byte[100]]).Problems);
    }

    [Fact]
    public void A_workbook_of_before_2007_is_refused_with_the_way_out() =>
        Assert.Equal(
            [ImportProblem.OldWorkbook],
            ImportBench.Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2048]]).Problems);

    [Fact]
    public void A_small_archive_that_unpacks_to_a_large_one_is_refused()
    {
        var rows = Enumerable.Repeat<Func<DocumentFormat.OpenXml.Spreadsheet.Cell[]>>(() => [Text(new string('甲', 2000))], 500);
        var stream = File([.. rows.Select(row => row())]);
        var limits = ImportLimits.Default with { WorkbookBytes = 1 << 20 };

        Assert.InRange(stream.Length, 1, 100_000);
        Assert.Equal(["文件太大，最多 1 MB"], ImportBench.Of(stream, limits).Faults);
    }

    [Theory]
    [InlineData(100, "文件已损坏")]
    [InlineData(int.MaxValue, "文件太大，最多 512 MB")]
    public void An_archive_that_lies_about_what_it_unpacks_to_is_refused(int claimed, string fault)
    {
        var bytes = File([Text("姓名")], [Text(new string('甲', 20_000))]).ToArray();
        var at = bytes.AsSpan();
        for (int found; (found = at.IndexOf("PK\u0001\u0002"u8)) >= 0; at = at[(found + 46)..])
            BinaryPrimitives.WriteInt32LittleEndian(at[(found + 24)..], claimed);

        Assert.StartsWith(fault, Assert.Single(ImportBench.Of(bytes).Faults), StringComparison.Ordinal);
    }

    private static void Refuses(
        DocumentFormat.OpenXml.Spreadsheet.Cell phone, DocumentFormat.OpenXml.Spreadsheet.Cell code, string fault)
    {
        var bench = ImportBench.Of(File([Text("姓名"), Text("手机号"), Text("编号")], [Text("王芳"), phone, code]));

        Assert.Empty(bench.Rows);
        Assert.StartsWith(fault, Assert.Single(bench.Faults), StringComparison.Ordinal);
    }
}
