using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Importing;

/// <summary>The columns of a list of vacancies, and what their cells mean.</summary>
internal sealed class VacancyColumns(TableWords words, RegionBook regions, PayText pays, DateOnly today)
{
    private const int MostYearsAhead = 2;

    public static ImportTable Table { get; } = new(
        VacancyImport.Kind,
        [
            nameof(Employer), nameof(Code), nameof(Title), nameof(Trade), nameof(Place), nameof(Street), nameof(Address),
            nameof(Latitude), nameof(Longitude), nameof(Pay), nameof(PayMin), nameof(PayMax), nameof(PayUnit), nameof(PayTerms),
            nameof(Probation), nameof(Hours), nameof(Terms), nameof(Benefits), nameof(Board), nameof(Lodging), nameof(Insurance),
            nameof(Education), nameof(Ages), nameof(Gender), nameof(Licence), nameof(Demands), nameof(Duties), nameof(HeadCount),
            nameof(Contact), nameof(Phone), nameof(ValidUntil), nameof(Source),
        ],
        [
            (nameof(PayUnit), typeof(PayUnit)), (nameof(Board), typeof(YesOrNo)), (nameof(Lodging), typeof(YesOrNo)),
            (nameof(Insurance), typeof(YesOrNo)), (nameof(Education), typeof(Education)), (nameof(Gender), typeof(GenderRule)),
        ],
        typeof(VacancyProblem));

    public ImportColumn<string> Employer { get; } =
        words.Column(nameof(Employer), VacancyParsers.Title(Posts.Employer.LongestName), isRequired: true);

    public ImportColumn<string> Code { get; } = words.Column(nameof(Code), VacancyParsers.EmployerCode);

    public ImportColumn<string> Title { get; } =
        words.Column(nameof(Title), VacancyParsers.Title(VacancyLimits.Title), isRequired: true);

    public ImportColumn<string> Trade { get; } = words.Column(nameof(Trade), ImportParsers.Text(VacancyLimits.Title));

    public ImportColumn<VacancyPlace> Place { get; } =
        words.Column(nameof(Place), VacancyParsers.Place(regions), isRequired: true);

    public ImportColumn<string> Street { get; } = words.Column(nameof(Street), ImportParsers.Text(VacancyLimits.Title));

    public ImportColumn<string> Address { get; } =
        words.Column(nameof(Address), VacancyParsers.Long(VacancyLimits.Line));

    public ImportColumn<double?> Latitude { get; } = words.Column(nameof(Latitude), ImportParsers.Latitude(VacancyProblem.Coordinate));

    public ImportColumn<double?> Longitude { get; } = words.Column(nameof(Longitude), ImportParsers.Longitude(VacancyProblem.Coordinate));

    public ImportColumn<Pay?> Pay { get; } = words.Column(nameof(Pay), VacancyParsers.Pay(pays));

    public ImportColumn<long?> PayMin { get; } = words.Column(nameof(PayMin), VacancyParsers.Yuan);

    public ImportColumn<long?> PayMax { get; } = words.Column(nameof(PayMax), VacancyParsers.Yuan);

    public ImportColumn<PayUnit?> PayUnit { get; } = words.Choice<PayUnit>(nameof(PayUnit));

    public ImportColumn<string> PayTerms { get; } =
        words.Column(nameof(PayTerms), VacancyParsers.Long(VacancyLimits.Line));

    public ImportColumn<string> Probation { get; } =
        words.Column(nameof(Probation), VacancyParsers.Long(VacancyLimits.Title));

    public ImportColumn<string> Hours { get; } = words.Column(nameof(Hours), VacancyParsers.Long(VacancyLimits.Line));

    public ImportColumn<string> Terms { get; } = words.Column(nameof(Terms), ImportParsers.Text(VacancyLimits.Title));

    public ImportColumn<string> Benefits { get; } =
        words.Column(nameof(Benefits), VacancyParsers.Long(VacancyLimits.Line));

    public ImportColumn<YesOrNo?> Board { get; } = words.Choice<YesOrNo>(nameof(Board));

    public ImportColumn<YesOrNo?> Lodging { get; } = words.Choice<YesOrNo>(nameof(Lodging));

    public ImportColumn<YesOrNo?> Insurance { get; } = words.Choice<YesOrNo>(nameof(Insurance));

    public ImportColumn<Education?> Education { get; } = words.Choice<Education>(nameof(Education));

    public ImportColumn<Ages?> Ages { get; } = words.Column(nameof(Ages), VacancyParsers.Ages);

    public ImportColumn<GenderRule?> Gender { get; } = words.Choice<GenderRule>(nameof(Gender));

    public ImportColumn<string> Licence { get; } =
        words.Column(nameof(Licence), ImportParsers.Text(VacancyLimits.Title));

    public ImportColumn<string> Demands { get; } =
        words.Column(nameof(Demands), VacancyParsers.Long(VacancyLimits.Line));

    public ImportColumn<string> Duties { get; } =
        words.Column(nameof(Duties), VacancyParsers.Long(VacancyLimits.Duties));

    public ImportColumn<int?> HeadCount { get; } = words.Column(nameof(HeadCount), VacancyParsers.HeadCount);

    public ImportColumn<string> Contact { get; } =
        words.Column(nameof(Contact), ImportParsers.Text(VacancyLimits.Title));

    public ImportColumn<ContactPhone> Phone { get; } =
        words.Column(nameof(Phone), VacancyParsers.Phone, isRequired: true);

    public ImportColumn<DateOnly?> ValidUntil { get; } =
        words.Column(nameof(ValidUntil), ImportParsers.Day(today.AddYears(-MostYearsAhead), today.AddYears(MostYearsAhead)), isRequired: true);

    public ImportColumn<string> Source { get; } =
        words.Column(nameof(Source), ImportParsers.Text(VacancyLimits.Source));

    public IReadOnlyList<ImportColumn> All =>
    [
        Employer, Code, Title, Trade, Place, Street, Address, Latitude, Longitude, Pay, PayMin, PayMax, PayUnit, PayTerms,
        Probation, Hours, Terms, Benefits, Board, Lodging, Insurance, Education, Ages, Gender, Licence, Demands, Duties,
        HeadCount, Contact, Phone, ValidUntil, Source,
    ];
}
