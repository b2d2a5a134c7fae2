using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Knowledge;

/// <summary>问答: questions of labour law and of the union's work, answered from the knowledge base.</summary>
internal sealed class KnowledgeService : IUnionService
{
    public string Name => "knowledge";

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped<IDialog, AnswerQuestion>();
        services.AddScoped<IDialog, AskForLawyer>();
        services.AddScoped<IDialog, AskForHelp>();
    }
}
