using System.Globalization;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Sites.Importing;

/// <summary>The columns of a list of work sites.</summary>
internal sealed class WorkSiteColumns(TableWords words, OrganisationDirectory unions, IReadOnlySet<string> regions)
{
    private const int LongestName = 50;

    public static ImportTable Table { get; } = new(
        WorkSiteImport.Kind,
        [
            nameof(Union), nameof(Name), nameof(Kind), nameof(Region), nameof(Address), nameof(People), nameof(OutdoorHours), nameof(Contact),
            nameof(Phone), nameof(Latitude), nameof(Longitude), nameof(Over), nameof(Demo),
        ],
        [(nameof(Kind), typeof(WorkSiteKind)), (nameof(Over), typeof(Mark)), (nameof(Demo), typeof(Mark))],
        typeof(WorkSiteProblem));

    private ImportColumn<long> Union { get; } = words.Column(nameof(Union), unions.Cell, isRequired: true);

    private ImportColumn<string> Name { get; } = words.Column(nameof(Name), ImportParsers.Text(WorkSite.LongestName), isRequired: true);

    private ImportColumn<WorkSiteKind?> Kind { get; } = words.Choice<WorkSiteKind>(nameof(Kind), isRequired: true);

    private ImportColumn<string> Region { get; } = words.Column(
        nameof(Region), text => regions.Contains(text) ? text : ImportCell.Bad<string>(ImportProblem.RegionUnknown), isRequired: true);

    private ImportColumn<string> Address { get; } = words.Column(nameof(Address), ImportParsers.Text(WorkSite.LongestAddress), isRequired: true);

    private ImportColumn<int?> People { get; } = words.Column<int?>(
        nameof(People),
        text => int.TryParse(text.TrimEnd('人'), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= WorkSite.MostPeople
            ? count
            : ImportCell.Bad<int?>(WorkSiteProblem.People),
        isRequired: true);

    private ImportColumn<string> OutdoorHours { get; } = words.Column(nameof(OutdoorHours), ImportParsers.Text(WorkSite.LongestHours));

    private ImportColumn<string> Contact { get; } = words.Column(nameof(Contact), ImportParsers.Text(LongestName));

    private ImportColumn<MobileNumber> Phone { get; } = words.Column(nameof(Phone), ImportParsers.Mobile);

    private ImportColumn<double?> Latitude { get; } = words.Column(nameof(Latitude), ImportParsers.Latitude(WorkSiteProblem.Coordinate));

    private ImportColumn<double?> Longitude { get; } = words.Column(nameof(Longitude), ImportParsers.Longitude(WorkSiteProblem.Coordinate));

    private ImportColumn<Mark?> Over { get; } = words.Choice<Mark>(nameof(Over));

    private ImportColumn<Mark?> Demo { get; } = words.Choice<Mark>(nameof(Demo));

    public IReadOnlyList<ImportColumn> All => [Union, Name, Kind, Region, Address, People, OutdoorHours, Contact, Phone, Latitude, Longitude, Over, Demo];

    public WorkSiteRow Read(ImportRow row) => new(row.Number, row.Get(Union), row.Get(Name)!)
    {
        Contact = row.Get(Contact),
        Phone = row.Get(Phone),
        HasHalfPlace = row.Has(Latitude) != row.Has(Longitude),
        Facts = new WorkSiteFacts(row.Get(Kind)!.Value, row.Get(Region)!, row.Get(Address)!, row.Get(People)!.Value)
        {
            OutdoorHours = row.Get(OutdoorHours),
            Place = (row.Get(Latitude), row.Get(Longitude)) is ({ } latitude, { } longitude) ? new MapPoint(latitude, longitude) : null,
            IsActive = row.Get(Over) is not Mark.Yes,
            IsDemo = row.Get(Demo) is Mark.Yes,
        },
    };
}

/// <param name="OrganisationId">The union in whose part it lies.</param>
internal sealed record WorkSiteRow(int Number, long OrganisationId, string Name)
{
    /// <summary>Whom to call there; null when the list does not say.</summary>
    public string? Contact { get; init; }

    public MobileNumber? Phone { get; init; }

    public bool HasHalfPlace { get; init; }

    public required WorkSiteFacts Facts { get; init; }
}

/// <summary>What can be wrong with a row of work sites. Worded by <c>templates/imports/work-sites.yaml</c>.</summary>
internal enum WorkSiteProblem
{
    Twice,
    People,
    Coordinate,
    HalfPlace,

    /// <summary>A number, but nobody to ask for.</summary>
    PhoneOfNobody,
}
