using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.FollowUps;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Subscriptions;
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
        services.AddSingleton(VacancyColumns.Table);
        services.AddSingleton<VacancyCiphers>();
        services.AddScoped<PayMedians>();
        services.AddScoped<VacancyImport>();
        services.AddScoped<VacancyHistory>();
        services.AddScoped<VacancyReview>();
        services.AddScoped<DemoVacancies>();

        services.AddScoped<IVacancySearch, VacancySearch>();

        services.AddScoped<DoubtWarnings>();
        services.AddScoped(scope => new Lazy<DoubtWarnings>(scope.GetRequiredService<DoubtWarnings>));
        services.AddScoped<IVacancyDesk, VacancyDesk>();
        services.AddScoped<CallSheets>();
        services.AddScoped<IPersonalData, VacancyData>();
        services.AddScoped<VacancyFinder>();
        services.AddScoped<PlaceSteps>();
        services.AddScoped<CallSteps>();
        services.AddScoped<ReportSteps>();
        services.AddScoped<RuleSteps>();
        services.AddScoped<ListSteps>();
        services.AddScoped<IDialog, FindVacancy>();
        services.AddScoped<IDialog, ChangeCallPhone>();
        services.AddScoped<IDialog, OfferWork>();

        services.AddScoped<IPlacements, Placements>();
        services.AddScoped<IDialog, TellHowItGoes>();

        services.AddScoped<IRuleBook, RuleBook>();
        services.AddScoped<IWelcomeBack, RestingRules>();
        services.AddScoped<IStandingOrder, UnwantedRules>();
        services.AddScoped<RuleTalk>();
        services.AddScoped<IDialog, ChangeRule>();
        services.AddScoped<IDialog, ReadDigest>();
        services.AddScoped<IPersonalData, RuleData>();
        services.AddScoped(scope => new RuleFiles(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<VacancyCiphers>(),
            scope.GetRequiredService<MemberCiphers>(),
            scope.GetRequiredService<CardWriter>(),
            scope.GetRequiredService<AuditLog>(),
            scope.GetRequiredService<BusinessClock>()));

        services.AddJob<ExpireVacancies>();
        services.AddJob<RefreshTokens>();
        services.AddJob<ForgetCalls>();
        services.AddScoped<DigestLedger>();
        services.AddJob<SendDigests>();
        services.AddJob<ForgetSent>();
        services.AddJob<FollowUp>();
    }

    public void AddWords(IServiceCollection words)
    {
        words.AddSingleton(read => TraitWords.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton(read => PayText.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton(read => CheckWords.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton(read => RegionBook.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton(read => TradeTable.Load(read.GetRequiredService<DataFolder>().Understanding("words", "trades.txt")));
        words.AddSingleton(read => WishWords.Load(
            read.GetRequiredService<DataFolder>(),
            read.GetRequiredService<TradeTable>(),
            read.GetRequiredService<RegionBook>(),
            read.GetRequiredService<TraitWords>()));
        words.AddSingleton(read => Neighbours.Load(
            read.GetRequiredService<DataFolder>(), read.GetRequiredService<TradeTable>(), read.GetRequiredService<RegionBook>()));

        words.AddSingleton(read => QuestionWords.Load(read.GetRequiredService<DataFolder>(), read.GetRequiredService<TraitWords>()));

        words.AddSingleton(read => RuleWords.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton<RuleMatcher>();
        words.AddSingleton<PostAnswers>();
        words.AddSingleton<VacancyChecks>();
        words.AddSingleton<VacancyIndex>();
        words.AddSingleton<SearchLadder>();
        words.AddSingleton<CardWriter>();
        words.AddSingleton<IWishReader, WishReader>();
    }
}
