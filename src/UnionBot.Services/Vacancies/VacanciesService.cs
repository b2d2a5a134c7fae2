using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Talking;
using UnionBot.Services.Vacancies.Wishes;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies;

/// <summary>找工作: vacancies that the union has verified.</summary>
internal sealed class VacanciesService : IUnionService
{
    public string Name => "vacancies";

    public void AddTo(IServiceCollection services)
    {
        AddWords(services);
        services.AddSingleton(VacancyColumns.Table);
        services.AddSingleton<VacancyCiphers>();
        services.AddSingleton<VacancyChecks>();
        services.AddScoped<PayMedians>();
        services.AddScoped<VacancyImport>();
        services.AddScoped<VacancyReview>();
        services.AddScoped<DemoVacancies>();

        services.AddSingleton<VacancyIndex>();
        services.AddSingleton<SearchLadder>();
        services.AddSingleton<CardWriter>();
        services.AddSingleton<IWishReader, WishReader>();
        services.AddScoped<IVacancySearch, VacancySearch>();

        services.AddScoped<IVacancyDesk, VacancyDesk>();
        services.AddScoped<CallSheets>();
        services.AddScoped<IPersonalData, VacancyData>();
        services.AddScoped<IDialog, FindVacancy>();
        services.AddScoped<IDialog, OfferWork>();

        services.AddJob<ExpireVacancies>();
        services.AddJob<RefreshTokens>();
        services.AddJob<ForgetCalls>();
    }

    private static void AddWords(IServiceCollection services)
    {
        services.AddSingleton(provider => TraitWords.Load(provider.GetRequiredService<DataFolder>()));
        services.AddSingleton(provider => CheckWords.Load(provider.GetRequiredService<DataFolder>()));
        services.AddSingleton(provider => RegionBook.Load(provider.GetRequiredService<DataFolder>()));
        services.AddSingleton(provider => TradeTable.Load(provider.GetRequiredService<DataFolder>().Understanding("words", "trades.txt")));
        services.AddSingleton(provider => WishWords.Load(
            provider.GetRequiredService<DataFolder>(),
            provider.GetRequiredService<TradeTable>(),
            provider.GetRequiredService<RegionBook>(),
            provider.GetRequiredService<TraitWords>()));
        services.AddSingleton(provider => Neighbours.Load(
            provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<TradeTable>(), provider.GetRequiredService<RegionBook>()));
    }
}
