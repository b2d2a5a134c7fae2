using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>
/// Reads wishes: trades, places and pay by the words and slots of the bot's understanding, everything else by the words
/// that also read vacancies.
/// </summary>
internal sealed class WishReader(
    CurrentUnderstanding understanding, TradeTable trades, RegionBook regions, QuarterReader quarters, TraitWords traits, CueWords cues) : IWishReader
{
    /// <summary>Behind the short name of a region these make another word of it: 市中心, 天桥路.</summary>
    private const string NotRegionBefore = "心路街桥大小镇村";

    private readonly WordFinder<string> _regionNames =
        new(regions.Names.Where(n => n.Length > 1).Select(n => KeyValuePair.Create(n, n)));

    private Interpreter Interpreter => understanding.Value.Interpreter;

    public ReadWish Read(string text, DateTimeOffset at, VacancyWish before)
    {
        if (SplitAtOther(text) is var (own, who, rest))
        {
            var first = ReadOne(own, at, before);
            return first with { Others = new OthersWish(who, ReadOne(rest, at, new VacancyWish()).Wish) };
        }

        return ReadOne(text, at, before);
    }

    public MobileNumber? PhoneIn(string fullText, DateTimeOffset at) =>
        Interpreter.SlotsFor(Intent.ApplyVacancy, fullText, at).Text(SlotNames.Phone) is { } digits && MobileNumber.TryParse(digits, out var phone)
            ? phone
            : null;

    public int? OrdinalIn(string text, DateTimeOffset at) =>
        (int?)Interpreter.SlotsFor(Intent.ApplyVacancy, text, at).Number(SlotNames.Ordinal);

    private ReadWish ReadOne(string message, DateTimeOffset at, VacancyWish before)
    {
        var (text, found) = (Interpreter.Plain(message), cues.Read(message));
        var slots = Interpreter.SlotsFor(Intent.FindVacancy, message, at);
        // Mending slips can break a trade (以上保洁): where none is left, the words count as they were written.
        var said = WithTrades(new VacancyWish(), trades.In(text).Any() ? text : message);
        said = WithTraits(said, text);
        said = WithPlaces(said, text, at, out var unclear);
        said = said with
        {
            Pay = PayReader.Read(slots, message),
            Age = AgeReader.Read(text),
            School = SchoolReader.Read(text),
            NoLicence = found.HasFlag(Cue.NoLicence),
            ByPay = found.HasFlag(Cue.ByPay),
        };
        if (found.HasFlag(Cue.Frail)) said = said with { Refuses = said.Refuses | VacancyTraits.Heavy };

        var isWish = !said.IsEmpty || unclear is not null;
        return new ReadWish(Merge(before, said, found.HasFlag(Cue.Add)), isWish, found, unclear, Others: null);
    }

    private VacancyWish WithTrades(VacancyWish said, string text)
    {
        var found = trades.In(text).Select(t => new FoundWord<Trade>(t.Start, t.End, t.Trade));
        var judged = traits.Negation.Judge(text, found).ToList();
        var refused = judged.Where(t => t.IsDenied).Select(t => t.Word).ToList();
        var wanted = judged.Where(t => !t.IsDenied).Select(t => t.Word.Meaning.Name).Distinct().ToList();

        // 不要夜班，除了保安: behind a refusal of something else it is an exception, not a refusal of its own.
        var isException = refused.Count > 0 && wanted.Count == 0 && IsException(text, refused[0].Start);
        var names = refused.Select(t => t.Meaning.Name).Distinct().ToList();
        return said with { Trades = wanted, NotTrades = isException ? [] : names, ExceptTrades = isException ? names : [] };
    }

    /// <summary>除了 before the trade, a refusal before that, and nothing like 都行 behind it.</summary>
    private bool IsException(string text, int trade)
    {
        var except = text.LastIndexOf('除', trade);
        return except > 0
            && traits.Read(text[..except]).Denied != VacancyTraits.None
            && !cues.Read(text[trade..]).HasFlag(Cue.Anything);
    }

    private VacancyWish WithTraits(VacancyWish said, string text)
    {
        var prefer = cues.IndexOf(text, Cue.Prefer);
        var (demanded, liked) = prefer < 0 ? (text, "") : (text[..prefer], text[prefer..]);

        // 管饭最好: 最好 at the very end speaks of the clause before it.
        if (prefer >= 0 && traits.Read(liked).Stated == VacancyTraits.None)
        {
            var clause = demanded.TrimEnd('，', ',', ' ').LastIndexOfAny(['，', ',', '。', ' ']) + 1;
            (demanded, liked) = (demanded[..clause], demanded[clause..] + liked);
        }

        // 食品厂包装: a factory that is named beside the trade is no demand of its own.
        var (hard, soft) = (traits.Read(demanded), traits.Read(liked));
        var beside = said.Trades.Count > 0 ? hard.Stated & VacancyTraits.Factory : VacancyTraits.None;
        return said with
        {
            Wants = WithoutImplied(hard.Stated) & ~hard.Denied & ~beside,
            Likes = (soft.Stated & ~soft.Denied) | beside,
            Refuses = hard.Denied | soft.Denied,
        };
    }

    /// <summary>日结 says of a vacancy that it is short; whoever wants to be paid every day does not ask for that.</summary>
    private static VacancyTraits WithoutImplied(VacancyTraits stated) =>
        stated.HasFlag(VacancyTraits.DailyPay) ? stated & ~VacancyTraits.Temporary : stated;

    private VacancyWish WithPlaces(VacancyWish said, string text, DateTimeOffset at, out UnclearPlace? unclear)
    {
        var judged = traits.Negation.Judge(text, RegionsIn(text)).ToList();
        var notCodes = judged.Where(r => r.IsDenied).SelectMany(r => regions.Find(r.Word.Meaning)).Select(r => r.Code).Distinct().ToList();
        var codes = new List<string>();
        unclear = null;
        foreach (var part in text.Split(["或者", "或", "、", "和", "跟", "还有"], StringSplitOptions.RemoveEmptyEntries))
        {
            switch (RegionIn(part, at) is { } name ? regions.Find(name) : [])
            {
                case [var one] when !notCodes.Contains(one.Code): codes.Add(one.Code); break;
                case [_, _, ..] several: unclear = Unclear(several[0].Name, several); break;
            }
        }

        var (quarter, notQuarter) = QuarterIn(text, judged.Select(r => r.Word));
        if (quarter?.DistrictCode is { } district && !codes.Exists(IsDistrict)) (codes, unclear) = ([district], null);
        return said with
        {
            Regions = [.. codes.Distinct()],
            NotRegions = notCodes,
            Quarter = quarter?.Name,
            NotQuarters = notQuarter is null ? [] : [notQuarter.Name],
        };
    }

    /// <summary>The region a part of a sentence is about, as the bot's understanding reads it; else any by its short name.</summary>
    private string? RegionIn(string part, DateTimeOffset at) =>
        Interpreter.SlotsFor(Intent.FindVacancy, part, at).Text(SlotNames.District) ?? RegionsIn(part).FirstOrDefault().Meaning;

    private IEnumerable<FoundWord<string>> RegionsIn(string text) => _regionNames.In(text)
        .Where(r => r.End == text.Length || !NotRegionBefore.Contains(text[r.End], StringComparison.Ordinal));

    private bool IsDistrict(string code) => regions.ByCode(code)?.Level is RegionLevel.County;

    /// <summary>A road or quarter that is wanted, or one that is not: 除了临港.</summary>
    private (Quarter? Wanted, Quarter? Refused) QuarterIn(string text, IEnumerable<FoundWord<string>> places)
    {
        var rest = text.ToCharArray();
        foreach (var (start, end, _) in places) rest.AsSpan(start..end).Fill('，');
        foreach (var (_, start, end) in trades.In(text)) rest.AsSpan(start..end).Fill('，');
        if (quarters.Read(text, new string(rest)) is not { } found) return (null, null);

        return traits.Negation.Judge(text, [found]).Single().IsDenied ? (null, found.Meaning) : (found.Meaning, null);
    }

    private UnclearPlace Unclear(string name, IReadOnlyList<RegionName> several) => new(
        name, [.. several.Select(r => r.Code)], [.. several.Select(r => $"{regions.CityOf(r)?.Name}{r.Name}")]);

    /// <summary>媳妇找保洁 behind 我找焊工: two wishes.</summary>
    private (string Own, string Who, string Others)? SplitAtOther(string text)
    {
        foreach (var who in cues.Others)
        {
            var at = text.IndexOf(who, StringComparison.Ordinal);
            if (at > 0 && trades.In(text[..at]).Any() && trades.In(text[at..]).Any()) return (text[..at], who, text[(at + who.Length)..]);
        }

        return null;
    }

    private static VacancyWish Merge(VacancyWish before, VacancyWish said, bool adds) => before with
    {
        Trades = Lists(before.Trades, said.Trades, adds),
        NotTrades = [.. before.NotTrades.Union(said.NotTrades).Except(said.Trades)],
        Words = said.Trades.Count > 0 ? null : said.Words ?? before.Words,
        Regions = Lists(before.Regions, said.Regions, adds),
        NotRegions = [.. before.NotRegions.Union(said.NotRegions).Except(said.Regions)],
        Quarter = said.Quarter ?? (said.Regions.Count > 0 ? null : before.Quarter),
        NotQuarters = [.. before.NotQuarters.Union(said.NotQuarters).Where(name => name != said.Quarter)],
        Near = said.Regions.Count > 0 || said.Quarter is not null ? null : before.Near,
        Pay = said.Pay ?? before.Pay,
        Wants = (before.Wants & ~said.Refuses) | said.Wants,
        Likes = (before.Likes & ~said.Refuses) | said.Likes,
        Refuses = (before.Refuses & ~(said.Wants | said.Likes)) | said.Refuses,
        ExceptTrades = [.. before.ExceptTrades.Union(said.ExceptTrades)],
        Age = said.Age ?? before.Age,
        School = said.School ?? before.School,
        NoLicence = before.NoLicence || said.NoLicence,
        ByPay = before.ByPay || said.ByPay,
    };

    private static IReadOnlyList<string> Lists(IReadOnlyList<string> before, IReadOnlyList<string> said, bool adds) =>
        said.Count == 0 ? before : adds ? [.. before.Union(said)] : said;
}
