using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Duty;

/// <summary>What members of staff say to the bot in their own chats. Nothing of it is in the menu.</summary>
internal sealed class DutyService : IUnionService
{
    public string Name => "duty";

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped<IDutyDesk, DutyDesk>();
        services.AddScoped<IDialog, AcknowledgeAlarm>();
        services.AddScoped<IDialog, BindStaff>();
        services.AddScoped<IDialog, ReportForDuty>();
    }
}
