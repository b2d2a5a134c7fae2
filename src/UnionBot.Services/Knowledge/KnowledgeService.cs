using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Jobs;
using UnionBot.Services.Knowledge.Review;
using UnionBot.Services.Knowledge.Templates;

namespace UnionBot.Services.Knowledge;

/// <summary>问答: questions of labour law and of the union's work, answered from the knowledge base.</summary>
internal sealed class KnowledgeService : IUnionService
{
    public string Name => "knowledge";

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<ReviewCiphers>();
        services.AddScoped<IUnansweredWords, UnansweredWords>();
        services.AddScoped<KnowledgeReview>();
        services.AddScoped<AddedSentenceBook>();
        services.AddJob<ForgetSentences>();

        services.AddSingleton<TemplateCiphers>();
        services.AddSingleton<TemplateReader>();
        services.AddSingleton<StaffKnowledge>();
        services.AddScoped<StaffTemplateBook>();
        services.AddScoped<TemplateDesk>();

        services.AddScoped<IDialog, AnswerQuestion>();
        services.AddScoped<IDialog, AskForHelp>();
        services.AddScoped<IDialog, HearAnger>();
    }

    public void AddWords(IServiceCollection words) => words.AddSingleton(read => OfferWords.Load(read.GetRequiredService<DataFolder>()));
}
