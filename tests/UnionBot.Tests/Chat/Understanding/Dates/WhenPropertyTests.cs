using FsCheck;
using FsCheck.Fluent;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Tests.Chat.Understanding.Dates;

public sealed class WhenPropertyTests
{
    private static readonly Gen<DateTimeOffset> Moments =
        Gen.Choose(0, 60 * 24 * 365 * 9).Select(minutes => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddMinutes(minutes));

    private static readonly Gen<TimeOnly> Times = Gen.Choose(0, (24 * 60) - 1).Select(minutes => new TimeOnly(minutes / 60, minutes % 60));

    /// <summary>Pieces that texts are made of at random: words of days and times, of what stands around them, and of neither.</summary>
    private static readonly Gen<string> Scraps = Gen.Elements(
        "今天", "明儿", "后天", "昨天", "下周三", "这周二", "周五", "上周", "下下周日", "周末", "25号", "31号", "12月3号", "2月30日", "3月8日", "月底",
        "下个月", "5号", "腊月二十三", "初八", "正月", "除夕", "国庆", "节后第一个工作日", "冬至", "三天后", "两小时后", "半个月", "一个月后", "下午", "早",
        "晚上", "半夜", "三点", "12点", "十一点半", "9:30", "25点", "差五分四点", "两三点", "一点", "到", "-", "或者", "、", "不要", "不行", "不对", "改到",
        "就", "还是", "吧", "以后", "之前", "左右", "如果", "上班", "被辞退的", "想约", "，", "。", " ", "1", "20261125", "路", "楼", "个", "一", "月", "年", "周",
        "律师", "工资", "13800000001", "LA", "🙏", "過", "２", "：", "\n", "\u200b", "零", "廿", "闰", "大年", "每", "第");

    private static readonly Gen<string> Texts = Scraps.ListOf().Select(string.Concat);

    [Fact]
    public void A_day_said_in_any_way_is_read_back() => Prop.ForAll(Days(ahead: 330).ToArbitrary(), said =>
    {
        var (now, day) = said;
        var today = DateOnly.FromDateTime(now.DateTime);
        return SpokenDays.Exact(day)
            .Concat(SpokenDays.OfTheComingYear(day))
            .Concat(SpokenDays.FromToday(today, day))
            .Append(day.DayNumber - today.DayNumber < 300 ? SpokenDays.Lunar(day) : null)
            .OfType<string>()
            .All(text => Reads(text, now, day));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_time_said_in_any_way_is_read_back() => Prop.ForAll(Moments.Zip(Times).ToArbitrary(), said =>
    {
        var (now, time) = said;
        return SpokenDays.Clock(time).All(text =>
            WhenLines.Reader.Read("明天" + text, now).When is { } when && when.Date == Tomorrow(now) && when.Time == time);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_reading_lies_in_the_past_and_each_has_either_a_moment_or_a_reason() =>
        Prop.ForAll(Moments.Zip(Texts).ToArbitrary(), said =>
        {
            var (now, text) = said;
            var reading = WhenLines.Reader.Read(text, now);
            return (reading.When is null) != (reading.Reason is null) && LiesAhead(reading.When, now);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_spans_lie_in_the_text_one_after_the_other() => Prop.ForAll(Moments.Zip(Texts).ToArbitrary(), said =>
    {
        var (now, text) = said;
        var reading = WhenLines.Reader.Read(text, now);
        var all = reading.Spans.Concat(new[] { reading.DateSpan, reading.TimeSpan }.OfType<TextSpan>());
        return all.All(s => s.Start >= 0 && s.Length > 0 && s.End <= text.Length)
            && reading.Spans.Zip(reading.Spans.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_without_an_exception() => Prop.ForAll<string, DateTime>((text, moment) =>
    {
        var now = new DateTimeOffset(2000 + (moment.Year % 80), 1 + (moment.Month % 12), 1 + (moment.Day % 28), moment.Hour, moment.Minute, 0, TimeSpan.Zero);
        return WhenLines.Reader.Read(text ?? "", now) is not null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Greetings_and_fillers_around_a_sentence_change_nothing()
    {
        string[] before = ["你好，", "您好！", "嗯，", "麻烦问下，", "老师好 ", "在吗？", "🙏"];
        string[] behind = ["，谢谢", "。", "！！", " 🙏", "，辛苦了", "，麻烦您了", "～"];
        foreach (var line in WhenLines.DevelopmentSet)
        {
            Assert.All(before, filler => Assert.Equal((line.Text, line.Meaning), (line.Text, Of(filler + line.Text, line))));
            Assert.All(behind, filler => Assert.Equal((line.Text, line.Meaning), (line.Text, Of(line.Text + filler, line))));
        }
    }

    [Fact]
    public void A_normalised_text_is_read_as_the_text_itself() => Prop.ForAll(Moments.Zip(Texts).ToArbitrary(), said =>
    {
        var (now, text) = said;
        var raw = text.ReplaceLineEndings(" ").Replace("\u200b", "", StringComparison.Ordinal);
        return WhenText.Of(WhenLines.Reader.Read(raw, now)) == WhenText.Of(WhenLines.Reader.Read(TextNormaliser.Normalise(raw), now));
    }).QuickCheckThrowOnFailure();

    private static Gen<(DateTimeOffset Now, DateOnly Day)> Days(int ahead) =>
        Moments.Zip(Gen.Choose(1, ahead)).Select(pair => (pair.Item1, DateOnly.FromDateTime(pair.Item1.DateTime).AddDays(pair.Item2)));

    private static bool Reads(string text, DateTimeOffset now, DateOnly day) => WhenLines.Reader.Read(text, now).When?.Date == day;

    private static string Of(string text, WhenLine line) => WhenText.Of(WhenLines.Reader.Read(text, line.Now));

    private static DateOnly Tomorrow(DateTimeOffset now) => DateOnly.FromDateTime(now.DateTime).AddDays(1);

    private static bool LiesAhead(When? when, DateTimeOffset now)
    {
        if (when?.Date is not { } date) return true;

        var (today, clock) = (DateOnly.FromDateTime(now.DateTime), TimeOnly.FromDateTime(now.DateTime));
        return date >= today && (date > today || when.Time is null || when.Time >= clock)
            && (when.EndDate is null || when.EndDate >= date) && when.Alternatives.All(d => d >= today);
    }
}
