namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>
/// The words that days and times are named by, read from <c>understanding/dates</c>; what each list holds is said in
/// <c>words.yaml</c>, whose sections have the same names.
/// </summary>
internal sealed record DateWords
{
    public required Folding Folding { get; init; }

    public required WordList<int> Days { get; init; }

    public required WordList<int> TwoDays { get; init; }

    public required WordList<int> DaysBeforePart { get; init; }

    public required WordList<PartWord> Parts { get; init; }

    public required WordList<PartWord> PartsBeside { get; init; }

    public required WordSet Weeks { get; init; }

    public required WordList<int> WeekPointers { get; init; }

    public required WordList<int> Weekdays { get; init; }

    public required WordList<int> WeekdayNames { get; init; }

    public required WordSet Weekend { get; init; }

    public required WordSet NoWeekday { get; init; }

    public required WordSet WeekdayAfterAll { get; init; }

    public required WordSet Every { get; init; }

    public required WordList<int> Months { get; init; }

    public required WordList<int> Years { get; init; }

    public required WordList<Edge> MonthEdges { get; init; }

    public required WordList<Edge> YearEdges { get; init; }

    public required WordSet Lunar { get; init; }

    public required WordList<int> LunarMonths { get; init; }

    public required WordSet LunarNewYear { get; init; }

    public required WordSet LunarFestivals { get; init; }

    public required WordList<Festival> Festivals { get; init; }

    public required WordSet Holiday { get; init; }

    public required WordSet BreakOver { get; init; }

    public required WordSet BreakOverBefore { get; init; }

    public required WordSet BreakDays { get; init; }

    public required WordSet BreakWorkdays { get; init; }

    public required WordSet DayItself { get; init; }

    public required WordSet AboutDay { get; init; }

    public required WordList<int> DaysBeside { get; init; }

    public required WordSet NextWorkday { get; init; }

    public required WordList<LengthUnit> Lengths { get; init; }

    public required WordSet After { get; init; }

    public required WordSet Before { get; init; }

    public required WordSet Passing { get; init; }

    public required WordSet BeforePassing { get; init; }

    public required WordSet Inside { get; init; }

    public required WordSet Clock { get; init; }

    public required WordSet AboutBefore { get; init; }

    public required WordSet AboutAfter { get; init; }

    public required WordSet Vague { get; init; }

    public required WordList<Mark> Marks { get; init; }

    public required WordSet IfBehind { get; init; }

    public required WordSet GivenNames { get; init; }

    public required WordSet Titles { get; init; }

    public required WordSet NameBefore { get; init; }

    public required WordSet WeekdayFollowers { get; init; }

    public required WordSet Measures { get; init; }

    public required WordSet NumberedThings { get; init; }

    public required WordSet AddressBefore { get; init; }

    public required WordSet Points { get; init; }

    public required WordSet PointsBefore { get; init; }

    public required WordSet FestivalSubjects { get; init; }

    public required WordSet Greetings { get; init; }

    public required WordSet NotDates { get; init; }
}
