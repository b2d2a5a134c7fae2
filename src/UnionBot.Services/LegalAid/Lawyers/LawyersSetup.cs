using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Calendars;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Readings;

namespace UnionBot.Services.LegalAid.Lawyers;

/// <summary>Registers what lawyers do in their own chats.</summary>
internal static class LawyersSetup
{
    public static void AddLawyers(this IServiceCollection services)
    {
        services.AddSingleton<BookingPhones>();
        services.AddScoped<LawyerBinding>();
        services.AddScoped<LawyerRegister>();
        services.AddScoped<CalendarLinks>();
        services.AddScoped<LawyerCalendars>();
        services.AddScoped<LawyerDesk>();
        services.AddLazy<StaffBookings>();
        services.AddLazy<OutcomeRegister>();
        services.AddLazy<ConsultationRecords>();
        services.AddLazy<CalendarLinks>();
        services.AddScoped<IDialog, BindLawyer>();
        services.AddScoped<IDialog, ShowLawyerDay>();
        services.AddScoped<IDialog, HandleConsultation>();
        services.AddScoped<IDialog, ManageCalendar>();
    }

    public static void AddLawyersWords(this IServiceCollection words)
    {
        words.AddSingleton(read => OutcomeWords.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton(read => RecordLabels.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton<OutcomeReader>();
    }

    private static void AddLazy<T>(this IServiceCollection services)
        where T : class => services.AddScoped(scope => new Lazy<T>(scope.GetRequiredService<T>));
}
