namespace UnionBot.Services.Vacancies.Importing;

/// <summary>The words of the import of vacancies for staff.</summary>
internal static class VacancyReasons
{
    public const string Phone = "不是手机号码，也不是带区号的固定电话";
    public const string Region = "没有这个地区，请填区县的名称（如 历下区）或行政区划代码";
    public const string RegionAmbiguous = "有几个城市都有这个名称，请写明城市，如“济南市市中区”";
    public const string Pay = "看不出工资是多少，请写成 3000-5000元/月、200元/天、20元/小时 或 面议";
    public const string Number = "不是数字";
    public const string HeadCount = "不是人数，请填 1 到 9999 的数字，或 若干";
    public const string Age = "看不出年龄，请写成 18-50、50岁以下、18岁以上 或 不限";
    public const string Coordinate = "不是合理的经纬度（GCJ-02，度）";
    public const string HalfPlace = "经度和纬度要么都填，要么都不填";
    public const string Code = "不是 18 位统一社会信用代码";
    public const string PayBounds = "工资下限比上限高";
}
