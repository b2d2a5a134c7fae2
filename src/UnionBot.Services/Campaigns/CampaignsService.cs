using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar.Rules;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Weather;
using UnionBot.Services.Campaigns.Weather.Importing;

namespace UnionBot.Services.Campaigns;

/// <summary>夏送清凉, 冬送温暖 and the other campaigns of the year.</summary>
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
    }
}
