using System.Globalization;

namespace UnionBot.Web.Commands.Seed;

/// <summary>Invented lawyers and sites of one city with their weekly rota, marked as invented, as lists for the imports.</summary>
internal static class InventedLegalAid
{
    private static readonly (string Name, string Address, string Region, int Rooms)[] Sites =
    [
        ("职工服务中心(历山路)", "历下区历山路 100 号（虚构）", "370102", 2),
        ("市中区法律援助站", "市中区经七路 20 号（虚构）", "370103", 1),
        ("天桥区职工之家", "天桥区堤口路 30 号（虚构）", "370105", 1),
    ];

    private static readonly string[] Hours = ["08:30,11:30", "14:00,17:00"];

    /// <summary>With the days of the week on which they work, and the number of their site; none for calls only.</summary>
    private static readonly (string Facts, string Days, int Site)[] Lawyers =
    [
        ("周静,泉城律师事务所（虚构）,欠薪、劳动合同,女,济南话,否,否,都可以", "周一、周三、周五", 0),
        ("王建国,泉城律师事务所（虚构）,工伤、职业病,男,济南话、胶东话,否,否,都可以", "周一、周二、周四", 0),
        ("李敏,大明湖律师事务所（虚构）,女职工、社保,女,,会,否,都可以", "周二、周四、周五", 0),
        ("赵磊,大明湖律师事务所（虚构）,新就业形态、加班费,男,,否,是,电话、视频", "周一、周二、周三、周四、周五", -1),
        ("孙丽,千佛山律师事务所（虚构）,辞退、仲裁,女,,否,是,都可以", "周二、周四", 1),
        ("陈涛,千佛山律师事务所（虚构）,竞业限制、劳务派遣,男,,否,否,都可以", "周三、周五", 2),
    ];

    public static IEnumerable<string> SiteLines() =>
        Sites.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name},{s.Address},{s.Region},{s.Rooms},虚构")).Prepend("地点,地址,行政区划代码,房间数,虚构");

    public static IEnumerable<string> LawyerLines() => Lawyers
        .Select((l, n) => $"{l.Facts},{(n == 0 ? "济南鑫源机械有限公司（虚构）" : "")},虚构").Prepend("姓名,律所,专长,性别,方言,手语,新业态团,方式,服务单位,虚构");

    public static IEnumerable<string> RotaLines() => Lawyers
        .SelectMany(l => Hours, (l, hours) => Line(l, hours)).Prepend("律师,律所,星期,开始,结束,地点,方式,从");

    private static string Line((string Facts, string Days, int Site) lawyer, string hours)
    {
        var facts = lawyer.Facts.Split(',');
        return $"{facts[0]},{facts[1]},{lawyer.Days},{hours},{(lawyer.Site < 0 ? "" : Sites[lawyer.Site].Name)},{(lawyer.Site < 0 ? "电话、视频" : "都可以")},2026-01-01";
    }
}
