using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>The columns of a member roster, and what their cells mean.</summary>
internal sealed class RosterColumns(OrganisationDirectory unions, DateOnly today)
{
    /// <summary>Nobody alive joined before the unions of the People's Republic.</summary>
    private static readonly DateOnly EarliestJoining = new(1945, 1, 1);

    private static readonly Dictionary<string, MemberStatus?> Statuses = new(StringComparer.Ordinal)
    {
        ["在籍"] = MemberStatus.Active,
        ["正常"] = MemberStatus.Active,
        ["保留"] = MemberStatus.Retained,
        ["保留会籍"] = MemberStatus.Retained,
        ["退会"] = MemberStatus.Left,
        ["已退会"] = MemberStatus.Left,
    };

    private readonly ImportColumn<long> _union =
        new("所属工会", text => FindUnion(unions, text), "工会", "工会名称", "基层工会", "工会代码", "统一社会信用代码") { IsRequired = true };

    private readonly ImportColumn<string> _name = new("姓名", ImportParsers.Text(50), "会员姓名") { IsRequired = true };

    private readonly ImportColumn<MobileNumber> _phone =
        new("手机号", ImportParsers.Mobile, "手机", "手机号码", "联系电话", "移动电话");

    private readonly ImportColumn<IdNumber> _idNumber =
        new("身份证号", ImportParsers.IdNumber(today), "身份证", "身份证号码", "证件号码", "公民身份号码");

    private readonly ImportColumn<string> _memberNo =
        new("会员编号", ImportParsers.Code(longest: Member.LongestMemberNo), "会员号", "会员证号", "会员卡号") { KeepsZeros = true };

    private readonly ImportColumn<DateOnly?> _joinedOn =
        new("入会日期", ImportParsers.Day(EarliestJoining, today), "入会时间");

    private readonly ImportColumn<MemberStatus?> _status =
        new("会籍状态", ImportParsers.OneOf(Statuses), "状态", "会员状态");

    public IReadOnlyList<ImportColumn> All => [_union, _name, _phone, _idNumber, _memberNo, _joinedOn, _status];

    public RosterRow Read(ImportRow row) => new(
        row.Number,
        row.Get(_union),
        row.Get(_name)!,
        row.Get(_phone),
        row.Get(_idNumber),
        row.Get(_memberNo),
        row.Get(_joinedOn),
        row.Get(_status));

    private static ImportCell<long> FindUnion(OrganisationDirectory unions, string text) => unions.Find(text) switch
    {
        [] => ImportCell.Bad<long>(ImportReasons.UnionUnknown),
        [var one] => one.Id,
        _ => ImportCell.Bad<long>(ImportReasons.UnionAmbiguous),
    };
}
