using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
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
    }
}
