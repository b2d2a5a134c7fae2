using UnionBot.Core.Imports;

namespace UnionBot.Tests.Core.Imports;

public sealed class JsonLinesTests
{
    [Fact]
    public void An_object_a_line_is_read_as_a_row_whatever_the_order_of_its_names() => Assert.Equal(
        ["王芳|13800000001|000012|", "李强|13900000002||"],
        ImportBench.Of(
            """
            {"姓名":"王芳","手机号":"13800000001","编号":"000012"}
            {"手机号":13900000002,"姓名":"李强","入会日期":null}
            """).Read());

    [Fact]
    public void Names_that_only_later_lines_have_are_found_and_empty_lines_passed_over() => Assert.Equal(
        ["王芳|||", "李强|13900000002||2020-05-01"],
        ImportBench.Of("{\"姓名\":\"王芳\"}\n\n{\"会员姓名 \":null,\"姓名\":\"李强\",\"手机\":\"139 0000 0002\",\"入会日期\":\"2020-05-01\"}\n"
            .Replace("\"会员姓名 \":null,", "", StringComparison.Ordinal)).Read());

    [Fact]
    public void A_byte_order_mark_does_not_hide_what_the_file_is() =>
        Assert.Equal(["王芳|||"], ImportBench.Of("\uFEFF{\"姓名\":\"王芳\"}\n").Read());

    [Fact]
    public void What_is_wrong_is_told_with_the_number_of_the_line() => Assert.Equal(
        [
            "第 2 行：不是一个完整的 JSON 对象；每行应是一个，如 {\"姓名\": \"王芳\"}",
            "第 3 行：JSON 的值只能是文字、数字、true、false 或 null",
            "第 4 行“手机号”：不是 11 位手机号码",
        ],
        ImportBench.Of(
            """
            {"姓名":"王芳","手机号":"13800000001"}
            {"姓名":"李强",
            {"姓名":"赵敏","手机号":["13800000001"]}
            {"姓名":"周静","手机号":"110"}
            """).Faults);

    [Theory]
    [InlineData("{\"姓名\":\"\\ud800\"}", "第 2 行：不是一个完整的 JSON 对象")]
    [InlineData("{\"\\ud800\":\"王芳\"}", "第 2 行：不是一个完整的 JSON 对象")]
    [InlineData("{\"姓名\":\"王芳\",\"姓名 \":\"李强\"}", "第 2 行：同一个名称在这一行里出现了两次")]
    public void Half_a_character_and_a_name_that_stands_twice_are_refused(string line, string fault) =>
        Assert.StartsWith(fault, Assert.Single(ImportBench.Of($"{{\"姓名\":\"王芳\"}}\n{line}\n").Faults), StringComparison.Ordinal);

    [Fact]
    public void A_missing_column_is_told_of_the_whole_file() =>
        Assert.Equal(["“姓名”列：缺少这一列"], ImportBench.Of("{\"手机号\":\"13800000001\"}\n").Faults);

    [Fact]
    public void A_number_keeps_all_its_digits() =>
        Assert.Equal("123456789012345678", ImportBench.Of("{\"姓名\":123456789012345678}\n").Rows.Single().Get(ImportBench.Name));

    [Fact]
    public void Too_many_names_are_refused() => Assert.Equal(
        ["列数太多，最多 2 列"],
        ImportBench.Of("{\"姓名\":1,\"a\":1,\"b\":1}\n", ImportLimits.Default with { Columns = 2 }).Faults);
}
