using System.Globalization;

namespace UnionBot.Web.Commands.Seed;

/// <summary>
/// A city of invented unions and people, the same at every call. The first people are the followers of the sandbox, so
/// that they find themselves in the roster.
/// </summary>
internal sealed class InventedCity(int organisations, int people)
{
    private const string City = "济南市总工会";
    private const int FirstPhone = 10_000;

    private static readonly (string Name, string Code)[] Districts =
    [
        ("历下区", "370102"), ("市中区", "370103"), ("槐荫区", "370104"), ("天桥区", "370105"),
        ("历城区", "370112"), ("长清区", "370113"), ("章丘区", "370114"), ("济阳区", "370115"),
    ];

    private static readonly string[] Streets = ["泉城", "解放", "经十", "舜耕", "北园", "堤口", "洪楼", "龙奥"];

    private static readonly string[] Trades =
        ["保洁服务", "物流快递", "机械制造", "建筑工程", "餐饮管理", "纺织服装", "公交客运", "电子科技", "环卫", "医药"];

    private static readonly string[] Surnames =
        ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "欧阳", "林"];

    private static readonly string[] GivenNames =
        ["伟", "秀英", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "杰", "娟", "涛", "明", "超", "秀兰", "霞", "平", "刚", "桂英"];

    /// <summary>Followers of the sandbox, by the names and numbers it gives them; 马秀兰 is no member on purpose.</summary>
    private static readonly (string Name, string Phone)[] Cast =
    [
        ("王芳", "13800000001"), ("李强", "13800000002"), ("孙建国", "13800000005"), ("刘晓燕", "13800000006"),
        ("陈志强", "13800000007"),
    ];

    public IEnumerable<string> Organisations()
    {
        yield return "工会名称,上级工会,级别,行政区划代码";
        yield return $"{City},,市,370100";
        foreach (var (name, code) in Districts) yield return $"{name}总工会,{City},县,{code}";
        for (var n = 0; n < organisations; n++)
        {
            var (name, code) = Districts[n % Districts.Length];
            yield return $"{Union(n)},{name}总工会,基层,{code}";
        }
    }

    public IEnumerable<string> Members()
    {
        yield return "所属工会,姓名,手机号,会员编号,入会日期,会籍状态";
        for (var n = 0; n < Math.Min(people, Cast.Length); n++) yield return Member(n, Cast[n].Name, Cast[n].Phone);
        for (var n = Cast.Length; n < people; n++) yield return Member(n, Name(n), Phone(n));
    }

    private string Member(int n, string name, string phone)
    {
        var joinedOn = new DateOnly(2010, 1, 4).AddDays(n * 37 % 5000);
        var status = n % 41 == 40 ? "保留" : "在籍";
        return string.Create(
            CultureInfo.InvariantCulture, $"{Union(n % organisations)},{name},{phone},JN{n + 1:D8},{joinedOn:yyyy-MM-dd},{status}");
    }

    private static string Union(int n)
    {
        var (street, trade) = (Streets[n / Districts.Length % Streets.Length], Trades[n % Trades.Length]);
        var number = (n / (Districts.Length * Streets.Length)) + 1;
        return string.Create(
            CultureInfo.InvariantCulture, $"{Districts[n % Districts.Length].Name}{street}{trade}第{number}有限公司工会");
    }

    private static string Name(int n) =>
        Surnames[n % Surnames.Length] + GivenNames[n / Surnames.Length % GivenNames.Length];

    private static string Phone(int n) => (13_800_000_000 + FirstPhone + n).ToString(CultureInfo.InvariantCulture);
}
