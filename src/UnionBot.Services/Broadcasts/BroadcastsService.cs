using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts.Tags;

namespace UnionBot.Services.Broadcasts;

/// <summary>群发: one text to many. The host adds <see cref="BroadcastForms"/> and <see cref="BroadcastLimits"/>, which are settings.</summary>
internal sealed class BroadcastsService : IUnionService
{
    public string Name => "broadcasts";

    public void AddTo(IServiceCollection services)
    {
        services.TryAddSingleton(new BroadcastForms(Notice: null, Template: null));
        services.AddSingleton(TagColumns.Table);
        services.AddScoped<TagImport>();
        services.AddScoped<IWorkerTypes, TaggedWorkerTypes>();
        services.AddScoped<BroadcastChecks>();
        services.AddScoped(scope => new BroadcastArticles(scope.GetService<IDraftBox>()));
        services.AddScoped<BroadcastRegister>();
        services.AddScoped<BroadcastContents>();
        services.AddScoped<IMassContents>(scope => scope.GetRequiredService<BroadcastContents>());
        services.AddScoped<AudienceReader>();
        services.AddScoped<CallLists>();
        services.AddScoped<BroadcastsOfPerson>();
        services.AddScoped<IPersonalData, BroadcastData>();
        services.AddScoped<TestSends>();
        services.AddScoped<PauseNotices>();
        services.AddJob<SendDueBroadcasts>();
    }

    public void AddWords(IServiceCollection words) =>
        words.AddSingleton(read => BroadcastWords.Load(read.GetRequiredService<DataFolder>()));
}
