using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Audit;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>Registers staff, duty, cases and alarms. They stand on the outbox and the cipher.</summary>
public static class CasesSetup
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton<StaffCiphers>();
        services.AddSingleton<StaffBinding>();
        services.AddSingleton<CaseCiphers>();
        services.AddSingleton<AlarmDesk>();
        services.AddScoped<IPersonalData, CaseData>();
        services.AddScoped<AuditLog>();
        services.AddScoped<PlatformEvents>();
        services.AddScoped<StaffRegister>();
        services.AddScoped<StaffRights>();
        services.AddScoped<StaffRoles>();
        services.AddScoped<DutyRota>();
        services.AddScoped<DutyRegister>();
        services.AddScoped<DutyReach>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<CaseFiles>();
        services.AddScoped<Transcripts>();
        services.AddScoped<CaseNotices>();
        services.AddScoped<CaseCalls>();
        services.AddScoped<UnsureAnswers>();
        services.AddScoped<UnsureAnswerNotices>();
        services.AddScoped<AlarmCallouts>();
        services.AddScoped<AlarmRound>();
        return services;
    }
}
