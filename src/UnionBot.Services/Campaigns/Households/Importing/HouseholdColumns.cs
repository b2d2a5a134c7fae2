using System.Globalization;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Households.Importing;

/// <summary>The columns of a list of households, a person a row.</summary>
internal sealed class HouseholdColumns(TableWords words, OrganisationDirectory unions, IReadOnlySet<string> regions, DateOnly today)
{
    private const int LongestName = 50;

    public static ImportTable Table { get; } = new(
        HouseholdImport.Kind,
        [
            nameof(Union), nameof(FileNo), nameof(Name), nameof(IdNumber), nameof(Phone), nameof(Head), nameof(HeadIdNumber), nameof(Region),
            nameof(Street), nameof(Address), nameof(People), nameof(Class), nameof(Labels), nameof(State), nameof(Elsewhere),
            nameof(Latitude), nameof(Longitude), nameof(Demo),
        ],
        [
            (nameof(Head), typeof(Mark)), (nameof(Class), typeof(HardshipClass)), (nameof(Labels), typeof(VisitLabels)),
            (nameof(State), typeof(HouseholdState)), (nameof(Elsewhere), typeof(Mark)), (nameof(Demo), typeof(Mark)),
        ],
        typeof(HouseholdProblem));

    private ImportColumn<long> Union { get; } = words.Column(nameof(Union), unions.Cell, isRequired: true);

    private ImportColumn<string> FileNo { get; } = words.Column(nameof(FileNo), ImportParsers.Code(Household.LongestFileNo), keepsZeros: true);

    private ImportColumn<string> Name { get; } = words.Column(nameof(Name), ImportParsers.Text(LongestName), isRequired: true);

    private ImportColumn<IdNumber> IdNumber { get; } = words.Column(nameof(IdNumber), ImportParsers.IdNumber(today));

    private ImportColumn<MobileNumber> Phone { get; } = words.Column(nameof(Phone), ImportParsers.Mobile);

    private ImportColumn<Mark?> Head { get; } = words.Choice<Mark>(nameof(Head));

    private ImportColumn<IdNumber> HeadIdNumber { get; } = words.Column(nameof(HeadIdNumber), ImportParsers.IdNumber(today));

    private ImportColumn<string> Region { get; } = words.Column(
        nameof(Region), text => regions.Contains(text) ? text : ImportCell.Bad<string>(ImportProblem.RegionUnknown), isRequired: true);

    private ImportColumn<string> Street { get; } = words.Column(nameof(Street), ImportParsers.Text(Household.LongestStreet));

    private ImportColumn<string> Address { get; } = words.Column(nameof(Address), ImportParsers.Text(Household.LongestAddress));

    private ImportColumn<short?> People { get; } = words.Column<short?>(
        nameof(People),
        text => short.TryParse(text.TrimEnd('人', '口'), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= Household.MostPeople
            ? count
            : ImportCell.Bad<short?>(HouseholdProblem.People));

    private ImportColumn<HardshipClass?> Class { get; } = words.Choice<HardshipClass>(nameof(Class));

    private ImportColumn<IReadOnlyList<VisitLabels>> Labels { get; } = words.Choices<VisitLabels>(nameof(Labels));

    private ImportColumn<HouseholdState?> State { get; } = words.Choice<HouseholdState>(nameof(State));

    private ImportColumn<Mark?> Elsewhere { get; } = words.Choice<Mark>(nameof(Elsewhere));

    private ImportColumn<double?> Latitude { get; } = words.Column(nameof(Latitude), ImportParsers.Latitude(HouseholdProblem.Coordinate));

    private ImportColumn<double?> Longitude { get; } = words.Column(nameof(Longitude), ImportParsers.Longitude(HouseholdProblem.Coordinate));

    private ImportColumn<Mark?> Demo { get; } = words.Choice<Mark>(nameof(Demo));

    public IReadOnlyList<ImportColumn> All =>
    [
        Union, FileNo, Name, IdNumber, Phone, Head, HeadIdNumber, Region, Street, Address, People, Class, Labels, State, Elsewhere, Latitude, Longitude, Demo,
    ];

    public HouseholdRow Read(ImportRow row) => new(row.Number, row.Get(Union), row.Get(Name)!)
    {
        FileNo = row.Get(FileNo),
        IdNumber = row.Get(IdNumber),
        Phone = row.Get(Phone),
        IsHead = row.Get(Head) is not Mark.No,
        HeadIdNumber = row.Get(HeadIdNumber),
        Address = row.Get(Address),
        Labels = (row.Get(Labels) ?? []).Aggregate(row.Get(Class) is null ? VisitLabels.None : VisitLabels.Hardship, (all, label) => all | label),
        HasHalfPlace = row.Has(Latitude) != row.Has(Longitude),
        Facts = new HouseholdFacts(row.Get(Region)!)
        {
            Street = row.Get(Street),
            People = row.Get(People),
            Class = row.Get(Class),
            State = row.Get(State),
            IsHelpedElsewhere = row.Get(Elsewhere) is Mark.Yes,
            Place = (row.Get(Latitude), row.Get(Longitude)) is ({ } latitude, { } longitude) ? new MapPoint(latitude, longitude) : null,
            IsDemo = row.Get(Demo) is Mark.Yes,
        },
    };
}

/// <summary>A row of such a list.</summary>
internal sealed record HouseholdRow(int Number, long OrganisationId, string Name)
{
    /// <summary>Null when the union gives none.</summary>
    public string? FileNo { get; init; }

    public IdNumber? IdNumber { get; init; }

    public MobileNumber? Phone { get; init; }

    /// <summary>Who is not said to be somebody else's relative is whom the file is about.</summary>
    public bool IsHead { get; init; }

    /// <summary>Of the head of the household, to whom the person belongs; null when the list does not say.</summary>
    public IdNumber? HeadIdNumber { get; init; }

    public string? Address { get; init; }

    public VisitLabels Labels { get; init; }

    public bool HasHalfPlace { get; init; }

    public required HouseholdFacts Facts { get; init; }
}

/// <summary>What can be wrong with a row of households. Worded by <c>templates/imports/households.yaml</c>.</summary>
internal enum HouseholdProblem
{
    /// <summary>Neither an identity number nor a phone: nobody could say whether two lists mean the same.</summary>
    Unfindable,
    Twice,
    People,
    Coordinate,
    HalfPlace,

    /// <summary>The head of the household is not known and stands in no row above.</summary>
    HeadUnknown,

    /// <summary>The person belongs to another household already.</summary>
    OtherHousehold,

    /// <summary>Neither a reason of hardship nor another label.</summary>
    NoLabel,
}
