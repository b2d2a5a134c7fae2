using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;
using UnionBot.Services.Vacancies.Words;
using UnionBot.Tests.Chat.Understanding.Meanings;

namespace UnionBot.Tests.Services.Vacancies;

/// <summary>The words of the product for tests, read once.</summary>
internal static class VacancyWords
{
    private static readonly DataFolder Folder = new(Tree.Templates);

    public static RegionBook Regions { get; } = RegionBook.Load(Folder);

    public static TradeTable Trades { get; } = TradeTable.Load(Folder.Understanding("words", "trades.txt"));

    public static VacancyIndex Index { get; } = new(Trades);

    public static SearchLadder Ladder { get; } = new(Neighbours.Load(Folder, Trades, Regions), Regions);

    public static TraitWords Traits { get; } = TraitWords.Load(Folder);

    public static IWishReader Reader { get; } = new WishReader(
        Understood.Current, Trades, Traits, WishWords.Load(Folder, Trades, Regions, Traits));
}
