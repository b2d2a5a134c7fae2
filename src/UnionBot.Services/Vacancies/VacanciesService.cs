using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Jobs;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies;

/// <summary>找工作: vacancies that the union has verified.</summary>
internal sealed class VacanciesService : IUnionService
{
    public string Name => "vacancies";

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(VacancyColumns.Table);
        services.AddSingleton<VacancyCiphers>();
        services.AddSingleton(provider => TraitWords.Load(provider.GetRequiredService<DataFolder>()));
        services.AddSingleton(provider => CheckWords.Load(provider.GetRequiredService<DataFolder>()));
        services.AddSingleton<VacancyChecks>();
        services.AddScoped<PayMedians>();
        services.AddScoped<VacancyImport>();
        services.AddScoped<VacancyReview>();

        services.AddJob<ExpireVacancies>();
    }
}
