using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar.Holidays;
using UnionBot.Core.Calendar.Rules;

namespace UnionBot.Core.Calendar;

/// <summary>Registers the calendar. The host adds the holiday schedule that came with the bot, the named days, and <see cref="WorkingHours"/>.</summary>
public static class CalendarSetup
{
    public static void AddCalendar(this IServiceCollection services, DataFolder folder)
    {
        services.AddSingleton(_ => LegalHolidays.Load(folder.Path));
        services.AddSingleton(_ => RuleWords.Load(folder.Path));
        services.AddSingleton<Workdays>();
        services.AddSingleton<WorkingClock>();
        services.AddTransient<WindowRules>();
        services.AddSingleton(HolidayColumns.Table);
        services.AddScoped<HolidayImport>();
        services.AddSingleton<ImportedHolidays>();
    }
}
