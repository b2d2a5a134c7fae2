using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Notices;

/// <summary>退订: which of the messages that nobody asked for a person still wants.</summary>
internal sealed class NoticesService : IUnionService
{
    public string Name => "notices";

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped<IDialog, StopNotices>();
        services.AddScoped<IDialog, StartNotices>();
    }

    public void AddWords(IServiceCollection words) =>
        words.AddSingleton(read => NoticeWords.Load(read.GetRequiredService<DataFolder>()));
}
