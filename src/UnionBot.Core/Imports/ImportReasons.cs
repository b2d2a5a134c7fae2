namespace UnionBot.Core.Imports;

/// <summary>The words of the importer for staff, all in one place.</summary>
internal static class ImportReasons
{
    public const string Empty = "文件是空的";
    public const string Protected = "文件有打开密码，请去掉密码后另存";
    public const string OldWorkbook = "是旧版表格文件（xls），请用表格软件另存为 xlsx 后再试";
    public const string Damaged = "文件已损坏，或不是表格文件；请用表格软件另存为 xlsx 或 CSV 后再试";
    public const string Encoding = "有无法识别的文字编码，请另存为 UTF-8 编码的 CSV 后再试";
    public const string Quotes = "引号不成对";
    public const string RecordTooLong = "内容太长，很可能是前面的引号不成对";
    public const string TooManyCells = "内容比表头多，请检查是否多了分隔符";
    public const string JsonLine = "不是一个完整的 JSON 对象；每行应是一个，如 {\"姓名\": \"王芳\"}";
    public const string JsonNested = "JSON 的值只能是文字、数字、true、false 或 null";
    public const string NoHeaders = "没有找到表头";
    public const string ColumnMissing = "缺少这一列";
    public const string ColumnTwice = "表头里出现了两次，不知道以哪一列为准";
    public const string Required = "必填，不能为空";
    public const string Scientific = "长号码被表格软件改成了科学计数法（如 3.70E+17），原号码已丢失；请把这一列设为“文本”后重新填写";
    public const string TooLong = "数字超过 15 位，表格软件会把后面的数字变成 0；请把这一列设为“文本”后重新填写";
    public const string NumberForCode = "单元格是“数值”格式，开头的 0 会丢失；请把这一列设为“文本”后重新填写";
    public const string LostZeros = "位数不够，开头的 0 可能被表格软件去掉了；请把这一列设为“文本”后重新填写";
    public const string FormulaError = "公式出错，没有结果";
    public const string ControlCharacters = "含有不可见的控制字符";
    public const string CodeCharacters = "只能是字母、数字和连字符";
    public const string Day = "不是完整的日期，应写成 2026-03-08 这样的年月日";
    public const string DaySerial = "日期变成了一个数字，请把这一列设为“日期”格式";
    public const string DayRange = "日期不在合理的范围内";
    public const string Mobile = "不是 11 位手机号码";
    public const string IdFirstGeneration = "是 15 位的一代身份证号码，已停用，请填 18 位号码";
    public const string IdLength = "身份证号码应为 18 位";
    public const string IdCharacters = "身份证号码含有数字和 X 以外的字符";
    public const string IdBirthDate = "身份证号码中的出生日期不存在";
    public const string IdCheckDigit = "身份证号码的校验位不符，请核对；若末尾是 000，可能已被表格软件改动";

    public const string UnionUnknown = "没有这个工会，请核对名称或统一社会信用代码，或先导入工会组织";
    public const string UnionAmbiguous = "有多个工会叫这个名字，请写明上级工会，如“上级工会/本级工会”，或填统一社会信用代码";
    public const string UnionCode = "不是以 81 或 89 开头的 18 位统一社会信用代码，或校验位不符";
    public const string UnionTwice = "同一个工会在文件中出现了两次";
    public const string UnionNamesake = "这个上级工会下已有另一个同名的工会，但统一社会信用代码不同";
    public const string UnionMoved = "上级工会与系统中的不同；工会不能通过导入改变上级";
    public const string UnionTooDeep = "工会层级太多";
    public const string RegionUnknown = "没有这个行政区划代码";
    public const string MemberUnfindable = "会员编号和手机号至少填一项";
    public const string MemberTwice = "同一位会员在文件中出现了两次";
    public const string MemberAmbiguous = "名册中有多位同姓名、同手机号的会员，请填会员编号";
    public const string MemberSomeoneElse = "这个会员编号已由另一位会员绑定，姓名和手机号都不同，请核对编号";

    public static string TooManyBytes(long megabytes) => $"文件太大，最多 {megabytes} MB";

    public static string TooManyRows(int most) => $"行数太多，一个文件最多 {most} 行，请拆分后分别导入";

    public static string TooManyColumns(int most) => $"列数太多，最多 {most} 列";

    public static string CellTooLong(int most) => $"内容太长，最多 {most} 个字符";

    public static string TextTooLong(int most) => $"太长，最多 {most} 个字";

    public static string OneOf(IEnumerable<string> words) => $"应填：{string.Join('、', words)}";

    public static string OtherSheets(string sheet) => $"文件有多个工作表，只读取了第一个：{sheet}";

    public static string IgnoredColumns(IEnumerable<string> headers) => $"以下列没有使用：{string.Join('、', headers)}";
}
