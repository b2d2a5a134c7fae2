namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Finds sums of money in a plain text: 五千以上, 6k起, 两三千, 4500-6000, 日薪两百, 25块一小时.</summary>
internal static class PayScanner
{
    private const int LongestCue = 6;

    private static readonly string[] AtMost = ["以下", "以内", "之内", "封顶"];

    private static readonly string[] AtMostBefore = ["不超过", "不高于", "最多", "最高", "至多", "不到"];

    private static readonly string[] Money = ["块", "元", "圆", "大洋", "薪", "工资", "待遇", "收入", "底薪", "到手", "月入", "挣", "开", "给", "发"];

    private static readonly string[] NoMoney =
        ["年", "岁", "个", "小时", "号", "点", "楼", "室", "人", "位", "次", "天", "公里", "级", "条", "路", "倍", "月", "分", "里", "米", "斤", "名", "%", ":", "平", "度", "站", "厂", "家", "届", "期", "章", "日", "周", "线", "班"];

    private static readonly string[] PerHour = ["小时", "时薪", "钟头", "/h", "每时"];

    private static readonly string[] PerDay = ["一天", "每天", "日薪", "日结", "/日", "每日", "按天", "天工资", "/天"];

    private static readonly string[] PerDayAfter = [.. PerDay, "天"];

    public static IEnumerable<PayMention> Find(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (SumReader.TryRead(text, i, out var sum) && !IsOtherNumber(text, i, sum))
            {
                var pay = ToPay(text, i, sum);
                if (pay is not null) yield return pay;
                i = sum.End;
            }
            else
            {
                i = Math.Max(i + 1, sum.End);
            }
        }
    }

    private static bool IsOtherNumber(string text, int start, Sum sum)
    {
        if (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '第' or '.' or '-' or '*')) return true;

        var after = text.AsSpan(sum.End);
        foreach (var word in NoMoney)
        {
            if (after.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static PayMention? ToPay(string text, int start, Sum sum)
    {
        var before = text.AsSpan(Math.Max(0, start - LongestCue)..start);
        var after = text.AsSpan(sum.End, Math.Min(LongestCue + 2, text.Length - sum.End));
        var period = PeriodOf(before, after);
        if (!IsPlausible(sum, period, before, after)) return null;

        var (min, max) = ((long?)sum.Low, sum.High);
        if (max is null && (StartsWithAny(after.TrimStart("块元钱"), AtMost) || ContainsAny(before, AtMostBefore))) (min, max) = (null, min);
        return new PayMention(min, max, period, start, sum.End);
    }

    private static PayPeriod PeriodOf(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (ContainsAny(before, PerHour) || ContainsAny(after, PerHour)) return PayPeriod.Hour;
        if (ContainsAny(before, ["月", "每月"])) return PayPeriod.Month;
        return ContainsAny(before, PerDay) || ContainsAny(after, PerDayAfter) ? PayPeriod.Day : PayPeriod.Month;
    }

    private static bool IsPlausible(Sum sum, PayPeriod period, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var isMoney = sum.HasUnit || ContainsAny(before, Money) || ContainsAny(after[..Math.Min(3, after.Length)], Money);
        return period switch
        {
            PayPeriod.Hour => sum.Low is >= 5 and <= 999 && isMoney,
            PayPeriod.Day => sum.Low is >= 50 and <= 5_000,
            _ => sum.Low is >= 100 and <= 9_999_999 && (sum.Low >= 1_000 || isMoney),
        };
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}

/// <summary>A number or a range of numbers.</summary>
/// <param name="High">Null when it is one number.</param>
/// <param name="HasUnit">Whether it was said with 千, 万 or k: then it is a sum rather than a count.</param>
public readonly record struct Sum(long Low, long? High, int End, bool HasUnit);
