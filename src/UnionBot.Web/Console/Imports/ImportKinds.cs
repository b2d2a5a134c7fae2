using UnionBot.Core.Calendar.Holidays;
using UnionBot.Core.Imports.Drafts;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts.Tags;
using UnionBot.Services.Campaigns.Households.Importing;
using UnionBot.Services.Campaigns.Sites.Importing;
using UnionBot.Services.Campaigns.Weather.Importing;
using UnionBot.Services.LegalAid.Fairs;
using UnionBot.Services.LegalAid.Schedule.Importing;
using UnionBot.Services.Vacancies.Importing;

namespace UnionBot.Web.Console.Imports;

/// <summary>What can be imported, by the very imports that the commands run.</summary>
internal sealed class ImportKinds(IServiceProvider services)
{
    private static readonly (string Kind, string Title)[] All =
    [
        (RosterImport.Kind, "会员名册"),
        (VacancyImport.Kind, "岗位"),
        (OrganisationImport.Kind, "工会组织"),
        (TagImport.Kind, "会员标签"),
        (SiteImport.Kind, "法律咨询地点"),
        (LawyerImport.Kind, "律师名单"),
        (RotaImport.Kind, "律师排班"),
        (DayImport.Kind, "律师请假、闭馆和加班"),
        (HolidayImport.Kind, "放假安排（调休）"),
        (ForecastImport.Kind, "天气预报"),
        (HouseholdImport.Kind, "走访户名单"),
        (WorkSiteImport.Kind, "工地和站点"),
        (FairImport.Kind, "招聘会和法律援助"),
    ];

    public static IReadOnlyList<(string Kind, string Title)> List => All;

    public static string TitleOf(string kind) => All.First(one => one.Kind == kind).Title;

    /// <returns>Null when there is no such kind.</returns>
    public RunImport? Find(string kind) => kind switch
    {
        RosterImport.Kind => services.GetRequiredService<RosterImport>().RunAsync,
        VacancyImport.Kind => services.GetRequiredService<VacancyImport>().RunAsync,
        OrganisationImport.Kind => services.GetRequiredService<OrganisationImport>().RunAsync,
        TagImport.Kind => services.GetRequiredService<TagImport>().RunAsync,
        SiteImport.Kind => services.GetRequiredService<SiteImport>().RunAsync,
        LawyerImport.Kind => services.GetRequiredService<LawyerImport>().RunAsync,
        RotaImport.Kind => services.GetRequiredService<RotaImport>().RunAsync,
        DayImport.Kind => services.GetRequiredService<DayImport>().RunAsync,
        HolidayImport.Kind => services.GetRequiredService<HolidayImport>().RunAsync,
        ForecastImport.Kind => services.GetRequiredService<ForecastImport>().RunAsync,
        HouseholdImport.Kind => services.GetRequiredService<HouseholdImport>().RunAsync,
        WorkSiteImport.Kind => services.GetRequiredService<WorkSiteImport>().RunAsync,
        FairImport.Kind => services.GetRequiredService<FairImport>().RunAsync,
        _ => null,
    };
}
