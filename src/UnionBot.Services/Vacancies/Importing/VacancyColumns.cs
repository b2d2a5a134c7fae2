using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Importing;

/// <summary>The columns of a list of vacancies, under the headers of the job sites and of JSON exports.</summary>
internal sealed class VacancyColumns(RegionBook regions, DateOnly today)
{
    private const int MostYearsAhead = 2;

    public ImportColumn<string> Employer { get; } =
        new("单位名称", VacancyParsers.Title(Posts.Employer.LongestName), "用人单位", "公司名称", "企业名称", "招聘单位", "employer") { IsRequired = true };

    public ImportColumn<string> Code { get; } =
        new("统一社会信用代码", VacancyParsers.EmployerCode, "信用代码", "社会信用代码", "employer_code");

    public ImportColumn<string> Title { get; } =
        new("岗位名称", VacancyParsers.Title(VacancyLimits.Title), "职位", "岗位", "职位名称", "招聘岗位", "招聘职位", "title") { IsRequired = true };

    public ImportColumn<string> Trade { get; } =
        new("工种", ImportParsers.Text(VacancyLimits.Title), "岗位类别", "职位类别", "职业", "trade");

    public ImportColumn<VacancyPlace> Place { get; } =
        new("区县", VacancyParsers.Place(regions), "地区", "工作地区", "工作区域", "所在区县", "district") { IsRequired = true };

    public ImportColumn<string> Street { get; } = new("街道", ImportParsers.Text(VacancyLimits.Title), "商圈", "街道/商圈", "street");

    public ImportColumn<string> Address { get; } =
        new("地址", VacancyParsers.Long(VacancyLimits.Line), "工作地址", "详细地址", "工作地点", "address");

    public ImportColumn<double?> Latitude { get; } = new("纬度", VacancyParsers.Degrees(3, 54), "latitude", "lat");

    public ImportColumn<double?> Longitude { get; } = new("经度", VacancyParsers.Degrees(73, 136), "longitude", "lng", "lon");

    public ImportColumn<Pay?> Pay { get; } = new("工资", VacancyParsers.Pay, "薪资", "薪酬", "月薪", "工资待遇", "薪资待遇", "薪资范围", "pay");

    public ImportColumn<long?> PayMin { get; } = new("工资下限", VacancyParsers.Yuan, "最低工资", "最低薪资", "薪资下限", "pay_min");

    public ImportColumn<long?> PayMax { get; } = new("工资上限", VacancyParsers.Yuan, "最高工资", "最高薪资", "薪资上限", "pay_max");

    public ImportColumn<PayUnit?> PayUnit { get; } = new("工资单位", ImportParsers.OneOf(CellMeanings.Units), "薪资单位", "计薪方式", "pay_unit");

    public ImportColumn<string> PayTerms { get; } =
        new("发薪", VacancyParsers.Long(VacancyLimits.Line), "工资发放", "发薪日", "发薪方式", "pay_terms");

    public ImportColumn<string> Probation { get; } = new("试用期", VacancyParsers.Long(VacancyLimits.Title), "probation");

    public ImportColumn<string> Hours { get; } =
        new("班次", VacancyParsers.Long(VacancyLimits.Line), "工作时间", "上班时间", "工作班次", "hours", "shift");

    public ImportColumn<string> Terms { get; } = new("工作性质", ImportParsers.Text(VacancyLimits.Title), "用工形式", "用工性质", "terms");

    public ImportColumn<string> Benefits { get; } =
        new("福利", VacancyParsers.Long(VacancyLimits.Line), "福利待遇", "食宿", "benefits");

    public ImportColumn<bool?> Board { get; } = new("包吃", ImportParsers.OneOf(CellMeanings.YesOrNo), "管饭", "提供就餐", "board");

    public ImportColumn<bool?> Lodging { get; } = new("包住", ImportParsers.OneOf(CellMeanings.YesOrNo), "住宿", "提供住宿", "lodging");

    public ImportColumn<bool?> Insurance { get; } = new("社保", ImportParsers.OneOf(CellMeanings.YesOrNo), "五险", "缴纳社保", "insurance");

    public ImportColumn<Education> Education { get; } = new("学历", ImportParsers.OneOf(CellMeanings.Schools), "学历要求", "education");

    public ImportColumn<Ages?> Ages { get; } = new("年龄", VacancyParsers.Ages, "年龄要求", "age");

    public ImportColumn<GenderRule> Gender { get; } = new("性别", ImportParsers.OneOf(CellMeanings.Genders), "性别要求", "gender");

    public ImportColumn<string> Licence { get; } = new("证书", ImportParsers.Text(VacancyLimits.Title), "证书要求", "资格证书", "licence");

    public ImportColumn<string> Demands { get; } = new("要求", VacancyParsers.Long(VacancyLimits.Line), "任职要求", "岗位要求", "demands");

    public ImportColumn<string> Duties { get; } =
        new("岗位描述", VacancyParsers.Long(VacancyLimits.Duties), "工作内容", "岗位职责", "职位描述", "duties");

    public ImportColumn<int?> HeadCount { get; } = new("招聘人数", VacancyParsers.HeadCount, "人数", "需求人数", "head_count");

    public ImportColumn<string> Contact { get; } = new("联系人", ImportParsers.Text(VacancyLimits.Title), "contact");

    public ImportColumn<ContactPhone> Phone { get; } = new("联系电话", VacancyParsers.Phone, "电话", "联系方式", "手机", "phone") { IsRequired = true };

    public ImportColumn<DateOnly?> ValidUntil { get; } = new(
        "有效期至", ImportParsers.Day(today.AddYears(-MostYearsAhead), today.AddYears(MostYearsAhead)), "有效期", "截止日期", "招聘截止", "valid_until")
    {
        IsRequired = true,
    };

    public ImportColumn<string> Source { get; } = new("来源", ImportParsers.Text(VacancyLimits.Source), "信息来源", "source");

    public IReadOnlyList<ImportColumn> All =>
    [
        Employer, Code, Title, Trade, Place, Street, Address, Latitude, Longitude, Pay, PayMin, PayMax, PayUnit, PayTerms,
        Probation, Hours, Terms, Benefits, Board, Lodging, Insurance, Education, Ages, Gender, Licence, Demands, Duties,
        HeadCount, Contact, Phone, ValidUntil, Source,
    ];
}
