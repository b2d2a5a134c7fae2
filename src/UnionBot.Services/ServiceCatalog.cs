using UnionBot.Services.Broadcasts;
using UnionBot.Services.Campaigns;
using UnionBot.Services.Cases;
using UnionBot.Services.Duty;
using UnionBot.Services.Knowledge;
using UnionBot.Services.LegalAid;
using UnionBot.Services.Membership;
using UnionBot.Services.Notices;
using UnionBot.Services.Vacancies;

namespace UnionBot.Services;

/// <summary>Every service the union offers here, in the order of the menu.</summary>
public static class ServiceCatalog
{
    public static IReadOnlyList<IUnionService> All { get; } =
    [
        new MembershipService(),
        new VacanciesService(),
        new LegalAidService(),
        new CampaignsService(),
        new KnowledgeService(),
        new NoticesService(),
        new BroadcastsService(),
        new CasesService(),
        new DutyService(),
    ];
}
