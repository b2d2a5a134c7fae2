using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.LegalAid.Conflicts;
using UnionBot.Services.LegalAid.Deadlines;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Representation;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>Registers the talk about consultations.</summary>
internal static class TalkingSetup
{
    public static void AddTalking(this IServiceCollection services)
    {
        services.AddScoped<DeadlineHelper>();
        services.AddScoped<EmployerConflicts>();
        services.AddScoped<TimeFinder>();
        services.AddScoped<ConsultationDesk>();
        services.AddScoped<OwnBookings>();
        services.AddScoped<StoryTelling>();
        services.AddScoped<StoryAnswer>();
        services.AddScoped<IntakeNotes>();
        services.AddScoped<Jurisdiction>();
        services.AddScoped<MissingBooking>();
        services.AddScoped<IDialog, BookConsultation>();
        services.AddScoped<IDialog, ChangeBooking>();
        services.AddScoped<IDialog, CancelBooking>();
        services.AddScoped<IDialog, MyBookings>();
        services.AddScoped<IDialog, ConfirmComing>();
        services.AddScoped<IDialog, StopReminders>();
        services.AddScoped<IDialog, LeaveFreedTime>();
        services.AddScoped<IDialog, StopWaiting>();
    }

    public static void AddTalkingWords(this IServiceCollection words)
    {
        words.AddSingleton(read => IntakeWords.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton(read => LimitBook.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton(read => RepresentationTable.Load(read.GetRequiredService<DataFolder>()));
        words.AddSingleton<IIntakeReader, IntakeReader>();
    }
}
