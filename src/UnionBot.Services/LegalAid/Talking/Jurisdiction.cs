using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>Where a matter belongs: where the work is done (劳动争议调解仲裁法 §21), in whichever city that is.</summary>
internal sealed class Jurisdiction(TurnDatabase turn, RegionBook regions)
{
    /// <summary>What was told, with the city of the person's own union where the district that was named is in several.</summary>
    public async Task<IntakeFacts> PlacedAsync(PersonId person, IntakeFacts facts, CancellationToken ct)
    {
        if (Meant(facts).Count < 2) return facts;

        var home = await (
            from member in turn.Db.Set<Member>()
            join union in turn.Db.Set<Organisation>() on member.OrganisationId equals union.Id
            where member.PersonId == person
            select union.RegionCode).FirstOrDefaultAsync(ct);
        return home is not null && CityOf(home) is { } city && Meant(facts).Any(r => CityOf(r.Code) == city)
            ? facts with { WorksIn = city.Name + facts.District }
            : facts;
    }

    /// <returns>Null unless several cities have a district of the name that was told.</returns>
    public AskCity? CityQuestion(IntakeFacts facts) =>
        Meant(facts) is { Count: > 1 } several ? new AskCity(facts.District!, [.. several.Select(r => regions.CityOf(r)!.Name)]) : null;

    /// <summary>What was told, with the city that an answer names.</summary>
    /// <returns>Null when it names none of those that were asked for.</returns>
    public IntakeFacts? WithCity(IntakeFacts facts, string answer)
    {
        if (CityQuestion(facts) is not { } asked) return null;

        var named = Choice.Read(answer, asked.Cities) is { } index ? asked.Cities[index] : asked.Cities.FirstOrDefault(city => answer.Contains(city.TrimEnd('市'), StringComparison.Ordinal));
        return named is null ? null : facts with { WorksIn = named + facts.District, IsWorkplaceSure = true };
    }

    /// <returns>Where it belongs, when our lawyers see people in other cities only; null when it is ours, or nobody can tell.</returns>
    public async Task<RegionName?> ElsewhereAsync(IntakeFacts facts, CancellationToken ct)
    {
        if (!facts.IsWorkplaceSure || Meant(facts) is not [var region] || regions.CityOf(region) is not { } city) return null;

        var sites = await turn.Db.Set<Site>().Select(s => s.RegionCode).Distinct().ToListAsync(ct);
        return sites.Count == 0 || sites.Exists(code => CityOf(code) == city) ? null : region;
    }

    /// <summary>枣庄市市中区.</summary>
    public string FullName(RegionName region) => regions.CityOf(region) is { } city && city != region ? city.Name + region.Name : region.Name;

    private IReadOnlyList<RegionName> Meant(IntakeFacts facts) => facts.District is { } district ? regions.Find(district) : [];

    private RegionName? CityOf(string code) => regions.ByCode(code) is { } region ? regions.CityOf(region) : null;
}
