using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Reminders;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Services.LegalAid.Talking;

namespace UnionBot.Services.LegalAid;

/// <summary>法律援助: consultations with the union's lawyers. The host may add <see cref="LegalAidRules"/>, which are settings.</summary>
internal sealed class LegalAidService : IUnionService
{
    public string Name => "legal-aid";

    public void AddTo(IServiceCollection services)
    {
        services.TryAddSingleton(new LegalAidRules());
        services.AddSingleton<LegalAidCiphers>();
        services.AddSingleton<ScheduleReader>();
        services.AddSingleton<SlotSearch>();

        services.AddSingleton<TimeTaking>();
        services.AddSingleton<BookingLimits>();
        services.AddSingleton<BookingHistory>();
        services.AddSingleton<KnownBookings>();
        services.AddScoped<ReminderPlan>();
        services.AddScoped(scope => new Lazy<ReminderPlan>(scope.GetRequiredService<ReminderPlan>));
        services.AddScoped<IConsultations, ConsultationRegister>();
        services.AddScoped<IPersonalData, BookingData>();

        services.AddTalking();
    }

    public void AddWords(IServiceCollection words) => words.AddTalkingWords();
}
