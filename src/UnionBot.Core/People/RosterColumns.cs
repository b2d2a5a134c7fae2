using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>The columns of a member roster, and what their cells mean.</summary>
internal sealed class RosterColumns(TableWords words, OrganisationDirectory unions, DateOnly today)
{
    private const string Union = "union";
    private const string Name = "name";
    private const string Phone = "phone";
    private const string IdNumber = "id-number";
    private const string MemberNo = "member-no";
    private const string JoinedOn = "joined-on";
    private const string Status = "status";

    /// <summary>Nobody alive joined before the unions of the People's Republic.</summary>
    private static readonly DateOnly EarliestJoining = new(1945, 1, 1);

    private readonly ImportColumn<long> _union =
        new(words.HeadersOf(Union), text => FindUnion(unions, text)) { IsRequired = true };

    private readonly ImportColumn<string> _name = new(words.HeadersOf(Name), ImportParsers.Text(50)) { IsRequired = true };

    private readonly ImportColumn<MobileNumber> _phone = new(words.HeadersOf(Phone), ImportParsers.Mobile);

    private readonly ImportColumn<IdNumber> _idNumber = new(words.HeadersOf(IdNumber), ImportParsers.IdNumber(today));

    private readonly ImportColumn<string> _memberNo =
        new(words.HeadersOf(MemberNo), ImportParsers.Code(longest: Member.LongestMemberNo)) { KeepsZeros = true };

    private readonly ImportColumn<DateOnly?> _joinedOn =
        new(words.HeadersOf(JoinedOn), ImportParsers.Day(EarliestJoining, today));

    private readonly ImportColumn<MemberStatus?> _status =
        new(words.HeadersOf(Status), ImportParsers.OneOf(words.MeaningsOf<MemberStatus>(Status)));

    public IReadOnlyList<ImportColumn> All => [_union, _name, _phone, _idNumber, _memberNo, _joinedOn, _status];

    public static TableWords LoadWords(string folder) => TableWords.Load(
        folder,
        RosterImport.Kind,
        [Union, Name, Phone, IdNumber, MemberNo, JoinedOn, Status],
        (Status, typeof(MemberStatus)));

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
        [] => ImportCell.Bad<long>(ImportProblem.UnionUnknown),
        [var one] => one.Id,
        _ => ImportCell.Bad<long>(ImportProblem.UnionAmbiguous),
    };
}
