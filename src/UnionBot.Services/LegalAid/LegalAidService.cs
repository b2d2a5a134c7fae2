using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionBot.Chat.Calendar;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Conflicts;
using UnionBot.Services.LegalAid.Fairs;
using UnionBot.Services.LegalAid.Figures;
using UnionBot.Services.LegalAid.FollowUps;
using UnionBot.Services.LegalAid.Groups;
using UnionBot.Services.LegalAid.Lawyers;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Services.LegalAid.Reminders;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Services.LegalAid.Schedule.Importing;
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

        services.AddSingleton(SiteColumns.Table);
        services.AddSingleton(LawyerColumns.Table);
        services.AddSingleton(RotaColumns.Table);
        services.AddSingleton(DayColumns.Table);
        services.AddScoped<SiteImport>();
        services.AddScoped<LawyerImport>();
        services.AddScoped<RotaImport>();
        services.AddScoped<DayImport>();
        services.AddSingleton(FairColumns.Table);
        services.AddScoped<FairImport>();

        services.AddSingleton<TimeTaking>();
        services.AddSingleton<BookingLimits>();
        services.AddSingleton<BookingHistory>();
        services.AddSingleton<KnownBookings>();
        services.AddScoped<ReminderPlan>();
        services.AddScoped(scope => new Lazy<Outbox>(scope.GetRequiredService<Outbox>));
        services.AddScoped(scope => new Lazy<ReminderPlan>(scope.GetRequiredService<ReminderPlan>));
        services.AddSingleton<IPushChoices, PushedBookingChoices>();
        services.AddScoped<IConsultations, ConsultationRegister>();
        services.AddScoped<IPersonalData, BookingData>();

        services.AddScoped(scope => new StaffBookings(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<TimeTaking>(),
            scope.GetRequiredService<BookingHistory>(),
            scope.GetRequiredService<ReminderPlan>(),
            scope.GetRequiredService<Outbox>(),
            scope.GetRequiredService<AuditLog>(),
            scope.GetRequiredService<LegalAidRules>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddScoped(scope => new MassMove(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<SlotSearch>(),
            scope.GetRequiredService<BookingHistory>(),
            scope.GetRequiredService<ReminderPlan>(),
            scope.GetRequiredService<Outbox>(),
            scope.GetRequiredService<AuditLog>(),
            scope.GetRequiredService<LegalAidRules>(),
            scope.GetRequiredService<LegalAidCiphers>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddSingleton<StaffTimes>();
        services.AddScoped(scope => new DayBoard(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<StaffTimes>(),
            scope.GetRequiredService<LegalAidRules>(),
            scope.GetRequiredService<LegalAidCiphers>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddScoped(scope => new MoveTimes(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<StaffTimes>(),
            scope.GetRequiredService<EmployerConflicts>(),
            scope.GetRequiredService<LegalAidRules>(),
            scope.GetRequiredService<LegalAidCiphers>()));
        services.AddScoped(scope => new WalkIns(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<StaffTimes>(),
            scope.GetRequiredService<TimeTaking>(),
            scope.GetRequiredService<EmployerConflicts>(),
            scope.GetRequiredService<BookingHistory>(),
            scope.GetRequiredService<AuditLog>(),
            scope.GetRequiredService<MemberCiphers>(),
            scope.GetRequiredService<LegalAidCiphers>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddScoped(scope => new StrandedBookings(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<ScheduleReader>(),
            scope.GetRequiredService<HolidaySchedule>(),
            scope.GetRequiredService<LegalAidCiphers>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddScoped<BookingFiles>();
        services.AddScoped<BookingPapers>();
        services.AddScoped<ReadingLog>();
        services.AddScoped<LegalParts>();
        services.AddScoped<ReadingRights>();
        services.AddScoped(scope => new BookingStories(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<LegalAidCiphers>(),
            scope.GetRequiredService<BookingPapers>(),
            scope.GetRequiredService<StaffRegister>(),
            scope.GetRequiredService<ConsultationRecords>()));
        services.AddScoped<ConflictRegister>();
        services.AddScoped<ScheduleBook>();
        services.AddScoped<LawyersOnStaff>();
        services.AddScoped<WaitingList>();
        services.AddScoped<DisplacedCalls>();
        services.AddSingleton<LawyerLoads>();
        services.AddScoped(scope => new LegalAidFigures(
            scope.GetRequiredService<UnionDb>(), scope.GetRequiredService<LawyerLoads>(), scope.GetRequiredService<LegalParts>(), scope.GetRequiredService<IWorkerTypes>(), scope.GetRequiredService<BusinessClock>()));
        services.AddScoped(scope => new FeeSheets(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<ScheduleReader>(),
            scope.GetRequiredService<HolidaySchedule>(),
            scope.GetRequiredService<LegalAidRules>(),
            scope.GetRequiredService<LegalAidCiphers>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddScoped(scope => new MatterGroups(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<BookingHistory>(),
            scope.GetRequiredService<AuditLog>(),
            scope.GetRequiredService<LegalAidCiphers>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddSingleton<OutcomeWriting>();
        services.AddScoped(scope => new OutcomeRegister(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<OutcomeWriting>(),
            scope.GetRequiredService<ReminderPlan>(),
            scope.GetRequiredService<AuditLog>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddScoped(scope => new ConsultationRecords(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<ReadingRights>(),
            scope.GetRequiredService<LegalAidCiphers>(),
            scope.GetRequiredService<ReadingLog>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddJob<OfferFreedTimes>();
        services.AddJob<ListUnanswered>();
        services.AddJob<ForgetBookings>();
        services.AddTalking();
        services.AddLawyers();
        services.AddFollowUps();
    }

    public void AddWords(IServiceCollection words)
    {
        words.AddTalkingWords();
        words.AddLawyersWords();
        words.AddFollowUpWords();
    }
}
