using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Web.Commands.Seed;

namespace UnionBot.Benchmarks.Vacancies;

/// <summary>Wishes as workers have them, the same at every call: one in ten whatever the trade, one in five anywhere in the city.</summary>
internal sealed class InventedWishes(RegionBook regions)
{
    private static readonly string[] Districts = ["历下区", "济南市市中区", "槐荫区", "天桥区", "历城区", "长清区", "章丘区", "济阳区"];

    private readonly string[] _codes = [.. Districts.Select(name => regions.Find(name)[0].Code)];

    public VacancyWish Of(int person) => new()
    {
        Trades = person % 10 == 0 ? [] : [InventedTrade.All[person / 10 % InventedTrade.All.Count].Trade],
        Regions = person % 5 == 0 ? [] : [_codes[person / 7 % _codes.Length]],
        Pay = person % 4 == 0 ? null : new PayWish(PayUnit.Month, (3000 + (person / 13 % 20 * 150)) * 100),
        Refuses = person % 3 == 0 ? VacancyTraits.Night : VacancyTraits.None,
        Wants = person % 6 == 0 ? VacancyTraits.SocialInsurance : VacancyTraits.None,
        Age = person % 2 == 0 ? 25 + (person / 17 % 35) : null,
    };
}
