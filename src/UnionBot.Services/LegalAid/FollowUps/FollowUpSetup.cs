using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.LegalAid.FollowUps;

/// <summary>Registers what happens on the day after a consultation.</summary>
internal static class FollowUpSetup
{
    public static void AddFollowUps(this IServiceCollection services)
    {
        services.AddJob<AskWhetherSolved>();
        services.AddSingleton<IPushChoices, PushedFollowUpChoices>();
        services.AddScoped<FollowUpDesk>();
        services.AddScoped<IDialog, TellWhetherSolved>();
    }

    public static void AddFollowUpWords(this IServiceCollection words) =>
        words.AddSingleton(read => SolvedWords.Load(read.GetRequiredService<DataFolder>()));
}
