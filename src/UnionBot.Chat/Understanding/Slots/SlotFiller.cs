using UnionBot.Chat.Understanding.Dates;
using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Fills the slots of a message once its intent is known. Which slots fit which intent stands in <c>words/slots.yaml</c>.</summary>
internal sealed class SlotFiller
{
    private static readonly IReadOnlyList<string> NoSlots = [];

    private readonly Dictionary<Intent, IReadOnlyList<string>> _wanted;
    private readonly IReadOnlyList<ISlotReader> _readers;

    private SlotFiller(Dictionary<Intent, IReadOnlyList<string>> wanted, IReadOnlyList<ISlotReader> readers) =>
        (_wanted, _readers) = (wanted, readers);

    /// <param name="words">The folder <c>templates/understanding/words</c>.</param>
    /// <exception cref="BrokenFileException">A file is missing or wrong.</exception>
    public static SlotFiller Load(string words, Lexicon lexicon, TradeTable trades, DistrictTable districts, WhenReader dates, Surnames surnames)
    {
        var nouns = NounFinder.Load(Path.Combine(words, "nouns.yaml"), "activity", "place", "landmark", "complaint_target", "company");
        return new SlotFiller(ReadWanted(Path.Combine(words, "slots.yaml")),
        [
            .. CodeReader.Load(Path.Combine(words, "codes.yaml"), lexicon),
            new DistrictReader(districts),
            new TradeReader(trades),
            new PayReader(),
            new NumberReader(),
            new CountReader(),
            new MomentReader(dates),
            new PersonReader(surnames),
            new CompanyReader(nouns["company"]),
            new NounReader(SlotNames.Activity, nouns["activity"], _ => true),
            new NounReader(SlotNames.ComplaintTarget, nouns["complaint_target"], _ => true),
            new NounReader(SlotNames.Place, nouns["place"], intent => intent == Intent.ReportHazard),
            new NounReader(SlotNames.Place, nouns["landmark"], intent => intent == Intent.NearbyPlace),
        ]);
    }

    /// <summary>The same with another reader of dates.</summary>
    public SlotFiller With(WhenReader dates) =>
        new(_wanted, [.. _readers.Select(reader => reader is MomentReader ? new MomentReader(dates) : reader)]);

    /// <param name="urgency">What is known of the urgency already; null when nothing.</param>
    public SlotValues Fill(SlotSource source, string? urgency)
    {
        var wanted = _wanted.GetValueOrDefault(source.Intent, NoSlots);
        if (wanted.Count == 0) return SlotValues.None;

        var sheet = new SlotSheet(wanted);
        sheet.Put(SlotNames.Urgency, urgency);
        foreach (var reader in _readers)
        {
            if (reader.Finds.Any(sheet.Wants)) reader.Read(source, sheet);
        }

        return sheet.ToValues();
    }

    private static Dictionary<Intent, IReadOnlyList<string>> ReadWanted(string path)
    {
        var wanted = new Dictionary<Intent, IReadOnlyList<string>>();
        foreach (var (name, list) in DataFile.Read(path).Entries())
        {
            if (IntentNames.Find(name) is not { } intent) throw list.Broken($"'{name}' is no intent.");

            var slots = list.Items().Select(i => i.Text()).ToList();
            if (slots.Find(s => !SlotNames.All.Contains(s)) is { } unknown) throw list.Broken($"'{unknown}' is no slot.");
            wanted.Add(intent, slots);
        }

        return wanted;
    }
}
