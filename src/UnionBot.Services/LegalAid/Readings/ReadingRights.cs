using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Lawyers;
using UnionBot.Services.LegalAid.Parts;

namespace UnionBot.Services.LegalAid.Readings;

/// <summary>
/// Who may read what was told in a consultation: its lawyer, and legal supervisors. Lawyers' chats, commands and the console all ask here.
/// Asking says nothing of what was told, and is no reading.
/// </summary>
public sealed class ReadingRights(UnionDb db, StaffRights rights)
{
    /// <returns>By which right a member of staff may read it; null when by none.</returns>
    public async Task<ReadingRight?> OfStaffAsync(Booking booking, long staff, CancellationToken ct)
    {
        var isTheirs = await db.Lawyers.AnyAsync(
            l => l.Id == booking.LawyerId && l.IsActive && l.StaffId == staff && db.Set<Staff>().Any(s => s.Id == staff && s.IsActive), ct);
        if (isTheirs) return ReadingRight.AssignedLawyer;

        return await SupervisesAsync(booking, await rights.ScopeAsync(staff, [RoleKind.LegalSupervisor], ct), ct) ? ReadingRight.LegalSupervisor : null;
    }

    /// <returns>By which right a person may read it in their chat; null when they are not bound as its lawyer.</returns>
    public async Task<ReadingRight?> OfPersonAsync(Booking booking, PersonId person, CancellationToken ct) =>
        await LawyerBinding.LawyerOfAsync(db, person, ct) == booking.LawyerId ? ReadingRight.AssignedLawyer : null;

    /// <summary>
    /// Supervisors of unions above the person's own: whoever sits in the same firm must not see what its people say about it. Who is on
    /// no roster belongs to no part of the tree.
    /// </summary>
    private async Task<bool> SupervisesAsync(Booking booking, StaffScope scope, CancellationToken ct)
    {
        if (scope.IsWhole) return true;
        if (booking.PersonId is not { } person || scope.Paths.Count == 0) return false;

        var above = await LegalParts.AboveFirmsAsync(db, scope, ct);
        var path = await (
            from member in db.Set<Member>()
            join node in db.Set<Organisation>() on member.OrganisationId equals node.Id
            where member.PersonId == person
            select node.Path).FirstOrDefaultAsync(ct);
        return new StaffScope(IsWhole: false, above).Covers(path);
    }
}
