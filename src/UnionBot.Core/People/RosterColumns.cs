using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>The columns of a member roster, and what their cells mean.</summary>
internal sealed class RosterColumns(TableWords words, OrganisationDirectory unions, DateOnly today)
{
    /// <summary>Nobody alive joined before the unions of the People's Republic.</summary>
    private static readonly DateOnly EarliestJoining = new(1945, 1, 1);

    public static ImportTable Table { get; } = new(
        RosterImport.Kind,
        [nameof(Union), nameof(Name), nameof(Phone), nameof(IdNumber), nameof(MemberNo), nameof(JoinedOn), nameof(Status)],
        [(nameof(Status), typeof(MemberStatus))]);

    private ImportColumn<long> Union { get; } =
        words.Column(nameof(Union), unions.Cell, isRequired: true);

    private ImportColumn<string> Name { get; } = words.Column(nameof(Name), ImportParsers.Text(50), isRequired: true);

    private ImportColumn<MobileNumber> Phone { get; } = words.Column(nameof(Phone), ImportParsers.Mobile);

    private ImportColumn<IdNumber> IdNumber { get; } = words.Column(nameof(IdNumber), ImportParsers.IdNumber(today));

    private ImportColumn<string> MemberNo { get; } =
        words.Column(nameof(MemberNo), ImportParsers.Code(longest: Member.LongestMemberNo), keepsZeros: true);

    private ImportColumn<DateOnly?> JoinedOn { get; } =
        words.Column(nameof(JoinedOn), ImportParsers.Day(EarliestJoining, today));

    private ImportColumn<MemberStatus?> Status { get; } = words.Choice<MemberStatus>(nameof(Status));

    public IReadOnlyList<ImportColumn> All => [Union, Name, Phone, IdNumber, MemberNo, JoinedOn, Status];

    public RosterRow Read(ImportRow row) => new(
        row.Number,
        row.Get(Union),
        row.Get(Name)!,
        row.Get(Phone),
        row.Get(IdNumber),
        row.Get(MemberNo),
        row.Get(JoinedOn),
        row.Get(Status));
}
