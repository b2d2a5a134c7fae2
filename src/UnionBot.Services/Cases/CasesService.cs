using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Cases;

/// <summary>问进展: what has become of a person's own cases.</summary>
internal sealed class CasesService : IUnionService
{
    public string Name => "cases";

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped<ICaseProgress, CaseProgressRegister>();
        services.AddScoped<IDialog, TellProgress>();
    }
}
