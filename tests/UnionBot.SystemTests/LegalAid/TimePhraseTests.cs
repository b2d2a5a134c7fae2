using System.Globalization;
using System.Text.RegularExpressions;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>Days and times as people say them, said in the talk about a consultation: the first time that is kept or offered is on the right day.</summary>
public sealed partial class TimePhraseTests : IAsyncLifetime
{
    /// <summary>When it is said, what is said, and the day, with the time where one was named.</summary>
    private static readonly (string Now, string Words, string Expected)[] Phrases =
    [
        ("01-12 10:00", "今天下午", "01-12 14:00"),
        ("01-12 10:00", "今天下午三点二十", "01-12 15:20"),
        ("01-12 10:00", "今儿下午", "01-12"),
        ("01-12 10:00", "明天", "01-13"),
        ("01-12 10:00", "明天上午", "01-13 08:30"),
        ("01-12 10:00", "明早", "01-13"),
        ("01-12 10:00", "明儿下午两点", "01-13 14:00"),
        ("01-12 10:00", "后天", "01-14"),
        ("01-12 10:00", "后天下午2点40", "01-14 14:40"),
        ("01-12 10:00", "大后天", "01-15"),
        ("01-12 10:00", "周三", "01-14"),
        ("01-12 10:00", "周三下午吧", "01-14 14:00"),
        ("01-12 10:00", "礼拜三上午", "01-14 08:30"),
        ("01-12 10:00", "这周四", "01-15"),
        ("01-12 10:00", "本周五上午", "01-16 08:30"),
        ("01-12 10:00", "星期五", "01-16"),
        ("01-12 10:00", "周五下午三点二十", "01-16 15:20"),
        ("01-12 10:00", "周五14:40", "01-16 14:40"),
        ("01-12 10:00", "下周一", "01-19"),
        ("01-12 10:00", "下周一上午九点十分", "01-19 09:10"),
        ("01-12 10:00", "下星期二", "01-20"),
        ("01-12 10:00", "下周三下午", "01-21 14:00"),
        ("01-12 10:00", "下礼拜四", "01-22"),
        ("01-12 10:00", "下周五上午", "01-23 08:30"),
        ("01-12 10:00", "15号", "01-15"),
        ("01-12 10:00", "15号下午", "01-15 14:00"),
        ("01-12 10:00", "1月20号", "01-20"),
        ("01-12 10:00", "一月二十二号", "01-22"),
        ("01-12 10:00", "1月21日上午9点50", "01-21 09:50"),
        ("01-12 10:00", "本月23号", "01-23"),
        ("01-12 10:00", "三天后", "01-15"),
        ("01-12 10:00", "一周后", "01-19"),
        ("01-12 10:00", "十天后", "01-22"),
        ("01-12 10:00", "周六", "01-19"),
        ("01-11 20:00", "下周三", "01-14"),
        ("01-11 20:00", "明天下午", "01-12 14:00"),
        ("01-11 20:00", "后天一早", "01-13"),
        ("01-16 10:00", "下周一", "01-19"),
        ("01-16 10:00", "周一下午", "01-19 14:00"),
        ("01-30 10:00", "2月3号", "02-03"),
        ("01-30 10:00", "下个月4号上午", "02-04 08:30"),
        ("02-09 10:00", "腊月二十三", "02-10"),
        ("02-09 10:00", "小年", "02-10"),
        ("02-09 10:00", "腊月二十四上午", "02-11 08:30"),
        ("02-09 10:00", "农历腊月二十五", "02-12"),
        ("02-09 10:00", "腊月廿六下午", "02-13 14:00"),
        ("02-09 10:00", "腊月二十七", "02-14"),
        ("02-09 10:00", "2月14号", "02-14"),
        ("02-09 10:00", "这周六上午", "02-14 08:30"),
        ("02-12 10:00", "大年初一", "02-24"),
        ("02-12 10:00", "除夕", "02-24"),
        ("02-12 10:00", "正月初八", "02-24"),
        ("02-12 10:00", "正月初九下午", "02-25 14:00"),
        ("02-12 10:00", "2月24号", "02-24"),
        ("02-24 10:00", "2月28号", "02-28"),
        ("02-24 10:00", "这周六", "02-28"),
        ("02-24 10:00", "正月十五", "03-03"),
        ("02-24 10:00", "元宵节上午", "03-03 08:30"),
        ("03-30 10:00", "清明节", "04-07"),
        ("04-27 10:00", "5月9号", "05-09"),
        ("04-27 10:00", "五一", "05-06"),
        ("06-15 10:00", "端午节", "06-22"),
        ("06-15 10:00", "五月初四", "06-18"),
        ("06-15 10:00", "农历五月初三下午", "06-17 14:00"),
        ("09-14 10:00", "9月20号", "09-20"),
        ("09-14 10:00", "农历八月十四", "09-24"),
        ("09-14 10:00", "中秋节", "09-28"),
        ("09-28 10:00", "10月10号", "10-10"),
        ("09-28 10:00", "国庆后第一天上班", "10-08"),
        ("09-28 10:00", "10月8号上午", "10-08 08:30"),
    ];

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        await _office.LawyerAsync("周静");
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_is_kept_or_offered_first_is_on_the_day_that_was_said()
    {
        var wrong = new List<string>();
        foreach (var (n, (now, words, expected)) in Phrases.Index())
        {
            _office.ItBecomes(now);
            var worker = $"o-{n}";
            await _office.Union.SaysAsync(worker, "老板欠我两万工资，想约律师");
            var answer = await _office.Union.SaysAsync(worker, words);

            if (!FirstIn(answer).StartsWith(expected, StringComparison.Ordinal)) wrong.Add($"{now} {words}: {expected}, not\n{answer}");
            await _database.ExecuteAsync("DELETE FROM legal_taken_time");
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    /// <summary>The first moment of an answer: of one that keeps a time, that time.</summary>
    private static string FirstIn(string answer)
    {
        var kept = answer.IndexOf("给您留着", StringComparison.Ordinal);
        var moment = Moments().Match(answer, Math.Max(kept, 0));
        return moment.Success
            ? string.Create(CultureInfo.InvariantCulture, $"{int.Parse(moment.Groups["m"].Value, CultureInfo.InvariantCulture):00}-{int.Parse(moment.Groups["d"].Value, CultureInfo.InvariantCulture):00} {moment.Groups["t"].Value}")
            : "nothing";
    }

    [GeneratedRegex("(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日\\(周.\\) (?<t>[0-9]{2}:[0-9]{2})")]
    private static partial Regex Moments();
}
