using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Calendar.Rules;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Definitions;
using UnionBot.Services.Campaigns.Households.Importing;
using UnionBot.Services.Campaigns.Photos;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Reports;
using UnionBot.Services.Campaigns.Rounds;
using UnionBot.Services.Campaigns.Sites.Importing;
using UnionBot.Services.Campaigns.Stock;
using UnionBot.Services.Campaigns.Targets;
using UnionBot.Services.Campaigns.Visiting;
using UnionBot.Services.Campaigns.Visits;
using UnionBot.Services.Campaigns.Weather;
using UnionBot.Services.Campaigns.Weather.Importing;

namespace UnionBot.Services.Campaigns;

/// <summary>四季活动: 夏送清凉, 冬送温暖 and the others of the year, from plan to report.</summary>
internal sealed class CampaignsService : IUnionService
{
    public string Name => "campaigns";

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(provider => WeatherRules.Load(
            provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<RegionBook>(), provider.GetRequiredService<WindowRules>()));
        services.AddSingleton(ForecastColumns.Table);
        services.AddScoped<ForecastImport>();
        services.AddScoped<WeatherDesk>();
        services.AddJob<AskForRelease>();
        services.AddJob<SendWeatherNotices>();

        services.AddSingleton<CampaignCiphers>();
        services.AddSingleton(HouseholdColumns.Table);
        services.AddSingleton(WorkSiteColumns.Table);
        services.AddScoped<HouseholdImport>();
        services.AddScoped<WorkSiteImport>();

        services.AddScoped<TargetFreeze>();
        services.AddScoped<CampaignSums>();
        services.AddScoped<StageGates>();
        services.AddScoped(scope => new CampaignRegister(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<StaffRights>(),
            scope.GetRequiredService<CampaignBook>(),
            scope.GetRequiredService<TargetFreeze>(),
            scope.GetRequiredService<StageGates>(),
            scope.GetRequiredService<AuditLog>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddScoped<CampaignReport>();
        services.AddScoped<VisitPlanning>();
        services.AddScoped<RoundDesk>();
        services.AddScoped(scope => new Lazy<VisitDesk>(scope.GetRequiredService<VisitDesk>));
        services.AddScoped(scope => new Lazy<PhotoRegister>(scope.GetRequiredService<PhotoRegister>));
        services.AddScoped<IDialog, ShowRound>();
        services.AddScoped<IDialog, MakeVisit>();
        services.AddScoped<StockDesk>();
        services.AddScoped<VisitGifts>();
        services.AddScoped<VisitPayments>();
        services.AddScoped(scope => new VisitDesk(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<CampaignBook>(),
            scope.GetRequiredService<CampaignCiphers>(),
            scope.GetRequiredService<VisitGifts>(),
            scope.GetRequiredService<VisitPayments>(),
            scope.GetRequiredService<Workdays>(),
            scope.GetRequiredService<AuditLog>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddPhotos();
    }

    public void AddWords(IServiceCollection words)
    {
        words.AddSingleton(read => VisitReader.Load(read.GetRequiredService<DataFolder>(), WhenReader.Load(read.GetRequiredService<DataFolder>().Path)));
        words.AddSingleton(read => ReportWords.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton(read => AudienceWords.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton(read => CampaignBook.Load(read.GetRequiredService<DataFolder>(), read.GetRequiredService<AudienceWords>()));
    }
}
