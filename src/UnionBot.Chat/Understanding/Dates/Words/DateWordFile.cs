namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>Reads <c>understanding/dates/words.yaml</c> and <c>festivals.yaml</c>.</summary>
internal static class DateWordFile
{
    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">A file is missing or wrong.</exception>
    public static DateWords Read(string folder, WhenOptions options)
    {
        var dates = Path.Combine(folder, "understanding", "dates");
        var file = new WordFile(DataFile.Read(Path.Combine(dates, "words.yaml")));
        var words = new DateWords
        {
            Folding = file.Folding,
            Days = file.Numbered("days"),
            TwoDays = file.Numbered("two-days"),
            DaysBeforePart = file.Numbered("days-before-part"),
            Parts = file.Named<PartWord>("parts"),
            PartsBeside = file.Named<PartWord>("parts-beside"),
            Weeks = file.Set("weeks"),
            WeekPointers = file.Numbered("week-pointers"),
            Weekdays = file.Numbered("weekdays"),
            WeekdayNames = file.Numbered("weekday-names"),
            Weekend = file.Set("weekend"),
            NoWeekday = file.Set("no-weekday"),
            WeekdayAfterAll = file.Set("weekday-after-all"),
            Every = file.Set("every"),
            Months = file.Numbered("months"),
            Years = file.Numbered("years"),
            MonthEdges = file.Named<Edge>("month-edges"),
            YearEdges = file.Named<Edge>("year-edges"),
            Lunar = file.Set("lunar"),
            LunarMonths = file.Numbered("lunar-months"),
            LunarNewYear = file.Set("lunar-new-year"),
            LunarFestivals = file.Set("lunar-festivals"),
            Festivals = new WordList<Festival>(FestivalFile.Read(Path.Combine(dates, "festivals.yaml"), file.Folding, options)),
            Holiday = file.Set("holiday"),
            BreakOver = file.Set("break-over"),
            BreakOverBefore = file.Set("break-over-before"),
            BreakDays = file.Set("break-days"),
            BreakWorkdays = file.Set("break-workdays"),
            DayItself = file.Set("day-itself"),
            AboutDay = file.Set("about-day"),
            DaysBeside = file.Numbered("days-beside"),
            NextWorkday = file.Set("next-workday"),
            Lengths = file.Named<LengthUnit>("lengths"),
            After = file.Set("after"),
            Before = file.Set("before"),
            Passing = file.Set("passing"),
            BeforePassing = file.Set("before-passing"),
            Inside = file.Set("inside"),
            Clock = file.Set("clock"),
            AboutBefore = file.Set("about-before"),
            AboutAfter = file.Set("about-after"),
            Vague = file.Set("vague"),
            Marks = file.Named<Mark>("marks"),
            IfBehind = file.Set("if-behind"),
            GivenNames = file.Set("given-names"),
            Titles = file.Set("titles"),
            NameBefore = file.Set("name-before"),
            WeekdayFollowers = file.Set("weekday-followers"),
            Measures = file.Set("measures"),
            NumberedThings = file.Set("numbered-things"),
            AddressBefore = file.Set("address-before"),
            Points = file.Set("points"),
            PointsBefore = file.Set("points-before"),
            FestivalSubjects = file.Set("festival-subjects"),
            Greetings = file.Set("greetings"),
            NotDates = file.Set("not-dates"),
        };
        file.End();
        return words;
    }
}
