using System.Globalization;

namespace UnionBot.Web.Commands.Seed;

/// <summary>
/// Invented vacancies of one city, the same at every call. Employers and phones are invented and marked: every employer
/// is called 演示, and so is the source.
/// </summary>
internal sealed class InventedVacancies(int count, DateOnly today)
{
    public const string Header =
        "单位名称,岗位名称,工种,区县,街道,地址,纬度,经度,工资,班次,福利,岗位描述,证书,年龄,招聘人数,联系人,联系电话,有效期至,来源";

    private const int FirstPhone = 20_000;
    private const int VacanciesOfEmployer = 4;

    /// <summary>One in so many asks for money, so that there is something to review.</summary>
    private const int OneAsksForMoney = 50;
    private const int LeastDays = 30;
    private const int MostDays = 60;

    private static readonly (string Name, double Latitude, double Longitude, string[] Streets)[] Districts =
    [
        ("历下区", 36.666, 117.077, ["解放路", "泉城路", "经十路", "龙奥北路", "文化东路"]),
        ("济南市市中区", 36.651, 116.998, ["经四路", "英雄山路", "舜耕路", "二环南路"]),
        ("槐荫区", 36.651, 116.901, ["经六路", "美里湖", "张庄路", "西客站"]),
        ("天桥区", 36.678, 116.987, ["北园大街", "堤口路", "济洛路", "药山"]),
        ("历城区", 36.680, 117.150, ["洪楼", "工业北路", "华信路", "临港"]),
        ("长清区", 36.554, 116.752, ["大学路", "清河街"]),
        ("章丘区", 36.681, 117.526, ["双山大街", "明水"]),
        ("济阳区", 36.978, 117.173, ["崔寨", "富阳街"]),
    ];

    private static readonly string[] Shifts = ["白班 8-17点", "白班 9-18点", "两班倒", "夜班 20-6点", "长白班", "早晚班轮换"];
    private static readonly string[] Offers = ["交五险", "包吃住，交五险", "管饭", "包住", "五险一金，双休", "管饭，交五险，双休", ""];
    private static readonly string[] Kinds = ["服务", "实业", "物业", "工贸", "科技"];
    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "周"];

    public IEnumerable<InventedVacancy> All() => Enumerable.Range(0, count).Select(Invent);

    public IEnumerable<string> Lines() => All().Select(v => v.ToLine()).Prepend(Header);

    private InventedVacancy Invent(int n)
    {
        // Spread by primes, so that trades, places, pay and shifts do not go together.
        var trade = InventedTrade.All[(int)(Mix(n, 1) % (uint)InventedTrade.All.Count)];
        var district = Districts[(int)(Mix(n, 2) % (uint)Districts.Length)];
        var from = trade.From + ((int)(Mix(n, 3) % 12) * 100);
        var employer = n / VacanciesOfEmployer;
        var isPlaced = Mix(n, 4) % 10 < 6;
        return new InventedVacancy(
            Employer: $"演示{district.Name[..2]}{Kinds[employer % Kinds.Length]}第{employer + 1}有限公司",
            Title: trade.Titles[(int)(Mix(n, 5) % (uint)trade.Titles.Length)],
            Trade: trade.Trade,
            District: district.Name,
            Street: district.Streets[(int)(Mix(n, 6) % (uint)district.Streets.Length)],
            Latitude: isPlaced ? Near(district.Latitude, n, 7) : null,
            Longitude: isPlaced ? Near(district.Longitude, n, 8) : null,
            PayFrom: from,
            PayTo: from + ((int)(Mix(n, 9) % 10) * 100),
            Shift: Shifts[(int)(Mix(n, 10) % (uint)Shifts.Length)],
            Offer: Offers[(int)(Mix(n, 11) % (uint)Offers.Length)],
            Duties: n % OneAsksForMoney == OneAsksForMoney - 1 ? $"{trade.Duties}；入职先交服装费 200 元" : trade.Duties,
            People: 1 + (int)(Mix(n, 12) % 10),
            Contact: $"{Surnames[n % Surnames.Length]}经理",
            Phone: (13_800_000_000 + FirstPhone + n).ToString(CultureInfo.InvariantCulture),
            ValidUntil: today.AddDays(LeastDays + (int)(Mix(n, 13) % (MostDays - LeastDays))));
    }

    /// <summary>At most about four kilometres away.</summary>
    private static double Near(double degrees, int n, uint salt) =>
        Math.Round(degrees + (((int)(Mix(n, salt) % 1000) - 500) / 1000.0 * 0.08), 5);

    /// <summary>The same number for the same place, whatever the machine.</summary>
    private static uint Mix(int n, uint salt)
    {
        var hash = unchecked(((uint)n * 2654435761u) ^ (salt * 2246822519u));
        hash = unchecked((hash ^ (hash >> 15)) * 2246822519u);
        hash = unchecked((hash ^ (hash >> 13)) * 3266489917u);
        return hash ^ (hash >> 16);
    }
}

/// <summary>One invented vacancy. Pay is by the month, in yuan.</summary>
internal sealed record InventedVacancy(
    string Employer,
    string Title,
    string Trade,
    string District,
    string Street,
    double? Latitude,
    double? Longitude,
    int PayFrom,
    int PayTo,
    string Shift,
    string Offer,
    string Duties,
    int People,
    string Contact,
    string Phone,
    DateOnly ValidUntil)
{
    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Employer},{Title},{Trade},{District},{Street},,{Latitude},{Longitude},{PayFrom}-{PayTo}元/月,{Shift},{Offer},{Duties},,18-58,{People},{Contact},{Phone},{ValidUntil:yyyy-MM-dd},演示数据(单位、电话、坐标均为虚构)");
}
