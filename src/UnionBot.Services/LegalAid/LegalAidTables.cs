using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Calendars;
using UnionBot.Services.LegalAid.FollowUps;
using UnionBot.Services.LegalAid.Lawyers;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid;

internal static class LegalAidTables
{
    extension(UnionDb db)
    {
        public DbSet<Lawyer> Lawyers => db.Set<Lawyer>();

        public DbSet<Site> Sites => db.Set<Site>();

        public DbSet<RotaBlock> RotaBlocks => db.Set<RotaBlock>();

        public DbSet<ExtraBlock> ExtraBlocks => db.Set<ExtraBlock>();

        public DbSet<Absence> Absences => db.Set<Absence>();

        public DbSet<TakenTime> TakenTimes => db.Set<TakenTime>();

        public DbSet<Booking> Bookings => db.Set<Booking>();

        public DbSet<WaitingWish> WaitingWishes => db.Set<WaitingWish>();

        public DbSet<Outcome> Outcomes => db.Set<Outcome>();

        public DbSet<Reading> Readings => db.Set<Reading>();

        public DbSet<LawyerChat> LawyerChats => db.Set<LawyerChat>();

        public DbSet<CalendarLink> CalendarLinks => db.Set<CalendarLink>();

        public DbSet<ConsultationFollowUp> ConsultationFollowUps => db.Set<ConsultationFollowUp>();
    }
}
