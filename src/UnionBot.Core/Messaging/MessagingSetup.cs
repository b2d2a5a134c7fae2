using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionBot.Core.Cases;
using UnionBot.Core.Media;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Core.People;

namespace UnionBot.Core.Messaging;

/// <summary>Registers the inbox. The host adds the clock, the rules of sending (else the platform's own numbers), the cipher, the database, the channels and the conversation.</summary>
public static class MessagingSetup
{
    /// <summary>Two writers keep both the database and the conversation busy without waiting for each other.</summary>
    private const int Lanes = 2;

    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.TryAddSingleton(new SendingRules());
        services.AddCases();
        services.AddSingleton<MemberCiphers>();
        services.AddSingleton<MemberCards>();
        services.AddSingleton<PersonCiphers>();
        services.AddSingleton<MessageCiphers>();
        services.AddSingleton<MessagePartitions>();
        services.AddSingleton<TalkLoader>();
        services.AddSingleton<TurnDecider>();
        services.AddSingleton<TurnSealer>();
        services.AddSingleton<GivenAnswers>();
        services.AddSingleton<UnreadReplies>();
        services.AddSingleton<PushOffers>();
        services.AddSingleton<HeldAnswers>();
        services.AddSingleton<LoneWriter>();
        services.AddSingleton<BatchConversation>();
        services.AddSingleton<BatchTurns>();
        services.AddSingleton<FailedMessages>();
        services.AddSingleton<LoneTurns>();
        services.AddSingleton<QuotaLedger>();
        services.AddSingleton<AnswersLeft>();
        services.AddSingleton<DueMessages>();
        services.AddSingleton<SendBeginnings>();
        services.AddSingleton<SendOutcomes>();
        services.AddSingleton<UnansweredMessages>();
        services.AddSingleton<UnreadablePushes>();
        services.AddSingleton<PeopleByAddress>();
        services.AddSingleton<Followers>();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton<NoticeResults>();
        services.AddSingleton<DeliveryReports>();
        services.AddSingleton<NoticeAnswers>();
        services.AddSingleton<NoticeConsents>();
        services.AddScoped<DataRevocations>();
        services.AddScoped<IPersonalData, TalkData>();
        services.AddScoped<TurnDatabase>();
        services.AddScoped<Outbox>();
        services.AddScoped<IOptOuts, OptOuts>();
        services.AddScoped<RefusedSendNotices>();
        services.AddScoped<SendSwitch>();
        services.AddScoped<SilentDays>();
        services.AddScoped<UnknownOutcomes>();
        services.AddScoped<WaitingMessages>();
        services.AddScoped<MassLedger>();
        services.AddSingleton<MassReports>();
        services.AddSingleton<MassBeginning>();
        services.AddSingleton<MassClaims>();
        services.AddSingleton<MassOutcomes>();
        services.AddSingleton<MassTagPeople>();
        services.AddSingleton<MassTags>();
        services.AddScoped<MediaStore>();
        services.AddScoped<TurnEffects>();
        services.AddScoped<LeftTalks>();
        services.AddScoped<LoneTurn>();
        for (var n = 0; n < Lanes; n++) services.AddSingleton<TurnLane>();
        services.AddSingleton(provider => new Inbox(
            provider.GetRequiredService<MessageCiphers>(),
            provider.GetRequiredService<UnreadReplies>(),
            provider.GetRequiredService<TimeProvider>(),
            [.. provider.GetServices<TurnLane>()]));
        services.AddHostedService<InboxWorker>();
        return services;
    }
}
