using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>All that wishes are read by, from the files of <c>understanding/vacancies</c>.</summary>
internal sealed record WishWords(CueWords Cues, PlaceReader Places, PayReader Pay, AgeReader Age, SchoolReader School, TravelReader Travel, StartReader Start, SeekerWords Seekers)
{
    /// <exception cref="BrokenFileException">A file is missing or wrong.</exception>
    public static WishWords Load(DataFolder folder, TradeTable trades, RegionBook regions, TraitWords traits) => new(
        CueWords.Load(folder),
        PlaceReader.Load(folder, trades, regions, traits.Negation),
        PayReader.Load(folder, traits),
        AgeReader.Load(folder),
        SchoolReader.Load(folder),
        TravelReader.Load(folder),
        StartReader.Load(folder, traits),
        SeekerWords.Load(folder, trades, regions));
}
