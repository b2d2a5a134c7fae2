using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Fairs;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Parts;

/// <summary>What lies in a part of legal aid. Whatever shows it asks here, so that pages and commands cannot differ.</summary>
internal static class LegalPartQueries
{
    extension(UnionDb db)
    {
        public IQueryable<Lawyer> LawyersIn(LegalPart part)
        {
            if (part.IsWhole) return db.Lawyers;

            var (below, hasTop, own) = (part.Below, part.HasTop, part.Lawyer);
            return db.Lawyers.Where(l => l.Id == own || (l.OrganisationId == null
                ? hasTop
                : db.Set<Organisation>().Any(o => o.Id == l.OrganisationId && below.Any(path => EF.Functions.Like(o.Path, path)))));
        }

        public IQueryable<Site> SitesIn(LegalPart part)
        {
            if (part.IsWhole) return db.Sites;

            var (below, hasTop) = (part.Below, part.HasTop);
            return db.Sites.Where(s => s.OrganisationId == null
                ? hasTop
                : db.Set<Organisation>().Any(o => o.Id == s.OrganisationId && below.Any(path => EF.Functions.Like(o.Path, path))));
        }

        /// <summary>Whose lawyer, place or person is there.</summary>
        public IQueryable<Booking> BookingsIn(LegalPart part)
        {
            if (part.IsWhole) return db.Bookings;

            var (lawyers, sites, people) = (db.LawyersIn(part).Select(l => l.Id), db.SitesIn(part).Select(s => (long?)s.Id), db.MembersIn(part));
            return db.Bookings.Where(b => lawyers.Contains(b.LawyerId) || sites.Contains(b.SiteId) || people.Contains(b.PersonId));
        }

        public IQueryable<JobFair> FairsIn(LegalPart part)
        {
            if (part.IsWhole) return db.Set<JobFair>();

            var (below, hasTop) = (part.Below, part.HasTop);
            return db.Set<JobFair>().Where(f => f.OrganisationId == null
                ? hasTop
                : db.Set<Organisation>().Any(o => o.Id == f.OrganisationId && below.Any(path => EF.Functions.Like(o.Path, path))));
        }

        public IQueryable<TakenTime> TakenTimesIn(LegalPart part)
        {
            if (part.IsWhole) return db.TakenTimes;

            var (lawyers, sites) = (db.LawyersIn(part).Select(l => l.Id), db.SitesIn(part).Select(s => (long?)s.Id));
            return db.TakenTimes.Where(t => lawyers.Contains(t.LawyerId) || sites.Contains(t.SiteId));
        }

        public IQueryable<WaitingWish> WaitingWishesIn(LegalPart part)
        {
            if (part.IsWhole) return db.WaitingWishes;

            var people = db.MembersIn(part);
            return db.WaitingWishes.Where(w => people.Contains(w.PersonId));
        }

        /// <summary>Whose lawyer or place is there.</summary>
        public async Task<IReadOnlyList<FreeSlot>> SlotsInAsync(LegalPart part, IReadOnlyList<FreeSlot> slots, CancellationToken ct)
        {
            if (part.IsWhole || slots.Count == 0) return slots;

            var lawyers = await db.LawyersIn(part).Select(l => l.Id).ToHashSetAsync(ct);
            var sites = await db.SitesIn(part).Select(s => s.Id).ToHashSetAsync(ct);
            return [.. slots.Where(s => lawyers.Contains(s.LawyerId) || (s.SiteId is { } site && sites.Contains(site)))];
        }

        /// <summary>Whoever is on no roster belongs to no part of the tree.</summary>
        private IQueryable<PersonId?> MembersIn(LegalPart part)
        {
            var below = part.Below;
            return
                from member in db.Set<Member>()
                join node in db.Set<Organisation>() on member.OrganisationId equals node.Id
                where below.Any(path => EF.Functions.Like(node.Path, path))
                select member.PersonId;
        }
    }
}
