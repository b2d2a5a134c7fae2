using System.Globalization;
using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding;
using UnionBot.Services.LegalAid.Deadlines;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Tests.Services.LegalAid;

public sealed class DeadlineTests
{
    private static readonly HolidaySchedule Holidays = HolidayFile.LoadAll(Tree.Templates);

    [Theory]
    [InlineData("suit-after-award", "2026-12-01", "2026-12-16", false)]
    [InlineData("arbitration-after-leaving", "2025-12-01", "2026-12-01", false)]
    [InlineData("injury-employer", "2026-02-16", "2026-03-18", false)]
    [InlineData("injury-worker", "2026-02-16", "2027-02-16", false)]
    [InlineData("suit-after-award", "2026-09-16", "2026-10-08", true)]
    public void The_values_of_the_domain_come_out(string rule, string from, string last, bool isMoved) =>
        Assert.Equal((Day(last), isMoved), LimitCounting.LastDay(Day(from), LegalAidWords.Limits[rule].Length, Holidays));

    [Theory]
    [InlineData("2026-02-01", "2026-02-24")] // the sixteenth lies in Spring Festival, which ends on the 23rd
    [InlineData("2026-01-30", "2026-02-14")] // a Saturday on which work is made up
    [InlineData("2026-11-06", "2026-11-23")] // a Saturday
    [InlineData("2026-12-12", "2026-12-28")] // a Sunday
    public void A_limit_that_ends_on_a_day_off_ends_on_the_next_working_day(string from, string last) =>
        Assert.Equal(Day(last), LimitCounting.LastDay(Day(from), new LimitLength(15, LimitUnit.Days), Holidays).Day);

    [Theory]
    [InlineData("2024-02-29", 1, LimitUnit.Years, "2025-02-28")]
    [InlineData("2025-08-31", 6, LimitUnit.Months, "2026-02-28")]
    [InlineData("2026-01-31", 1, LimitUnit.Months, "2026-02-28")]
    [InlineData("2023-02-28", 1, LimitUnit.Years, "2024-02-28")]
    public void Where_the_last_month_lacks_the_day_its_last_day_counts(string from, int count, LimitUnit unit, string last) =>
        Assert.Equal(Day(last), LimitCounting.LastDay(Day(from), new LimitLength(count, unit), HolidaySchedule.Empty).Day);

    [Fact]
    public void While_the_schedule_of_a_year_is_not_known_nothing_is_moved() =>
        Assert.Equal((new DateOnly(2027, 1, 2), false), LimitCounting.LastDay(new DateOnly(2026, 12, 18), new LimitLength(15, LimitUnit.Days), Holidays));

    [Theory]
    [InlineData(8, Urgency.Soon)]
    [InlineData(7, Urgency.Urgent)]
    [InlineData(0, Urgency.Urgent)]
    [InlineData(-1, Urgency.Past)]
    [InlineData(30, Urgency.Soon)]
    [InlineData(31, Urgency.Later)]
    public void How_near_a_limit_is_decides_what_is_done(int daysLeft, Urgency urgency)
    {
        var last = new DateOnly(2026, 12, 16);

        Assert.Equal(urgency, new Deadline(LegalAidWords.Limits["suit-after-award"], last.AddDays(-15), last, IsMoved: false).UrgencyOn(last.AddDays(-daysLeft)));
    }

    [Fact]
    public void Whoever_left_has_a_year_for_unpaid_wages()
    {
        var found = Find(["wage_arrears"], isEmployed: false, (LimitEvent.Left, "2025-12-01"));

        Assert.Equal(("申请劳动仲裁", Day("2026-12-01")), (found[0].Rule.Matter, found[0].LastDay));
    }

    [Fact]
    public void For_unpaid_wages_of_who_still_works_there_no_limit_runs()
    {
        Assert.True(DeadlineHelper.IsUnlimited(["wage_arrears"], isEmployed: true));
        Assert.Empty(Find(["wage_arrears"], isEmployed: true, (LimitEvent.Knew, "2024-03-01"), (LimitEvent.Violation, "2024-03-01")));
    }

    [Fact]
    public void An_award_counts_whether_or_not_somebody_still_works_there() =>
        Assert.Equal(Day("2026-12-16"), Assert.Single(Find(["wage_arrears"], isEmployed: true, (LimitEvent.Award, "2026-12-01"))).LastDay);

    [Fact]
    public void Of_several_limits_the_nearest_comes_first_and_those_of_others_are_left_out()
    {
        var found = Find(["work_injury"], isEmployed: null, (LimitEvent.Accident, "2026-02-16"), (LimitEvent.InjuryDecision, "2026-04-01"));

        Assert.Equal(
            ["不服工伤认定，申请行政复议", "不服工伤认定，提起行政诉讼", "自己申请工伤认定"], found.Select(d => d.Rule.Matter));
    }

    [Fact]
    public void Every_limit_names_its_law_article_and_since_when() => Assert.All(LegalAidWords.Limits.Rules, rule =>
    {
        Assert.False(string.IsNullOrWhiteSpace(rule.Source.Law));
        Assert.Matches("^第.+条", rule.Source.Article);
        Assert.InRange(rule.Source.Since, new DateOnly(1990, 1, 1), new DateOnly(2026, 1, 1));
    });

    [Theory]
    [InlineData("length: 15 days", "length: soon", "Expected a length")]
    [InlineData("from: award", "from: whenever", "nothing that a limit is counted from")]
    [InlineData("whose: worker", "whom: worker", "is not known here")]
    public void A_broken_limit_is_named_with_its_line(string good, string bad, string reason)
    {
        var folder = Directory.CreateTempSubdirectory("limits");
        var path = Path.Combine(folder.CreateSubdirectory("legal-aid").FullName, "limits.yaml");
        File.WriteAllText(path, Rule.Replace(good, bad, StringComparison.Ordinal));

        var broken = Assert.Throws<BrokenFileException>(() => LimitBook.Load(new DataFolder(folder.FullName)));

        Assert.Contains(reason, broken.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private const string Rule = """
        - id: suit
          matter: 起诉
          from: award
          length: 15 days
          whose: worker
          law: 中华人民共和国劳动争议调解仲裁法
          article: 第五十条
          since: 2008-05-01
          certainty: high
        """;

    private static IReadOnlyList<Deadline> Find(string[] topics, bool? isEmployed, params (LimitEvent Event, string On)[] events) =>
        LegalAidWords.Deadlines.Find(topics, [.. events.Select(e => new ToldEvent(e.Event, new PastSpan(Day(e.On), Day(e.On))))], isEmployed);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
