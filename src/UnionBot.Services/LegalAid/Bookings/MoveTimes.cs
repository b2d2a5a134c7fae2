using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Conflicts;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>The times to which staff can move a booking. Lawyers who must not hear of it are left out, and nobody is told.</summary>
public sealed class MoveTimes
{
    private readonly UnionDb _db;
    private readonly StaffTimes _times;
    private readonly EmployerConflicts _conflicts;
    private readonly LegalAidRules _rules;
    private readonly LegalAidCiphers _ciphers;

    internal MoveTimes(UnionDb db, StaffTimes times, EmployerConflicts conflicts, LegalAidRules rules, LegalAidCiphers ciphers) =>
        (_db, _times, _conflicts, _rules, _ciphers) = (db, times, conflicts, rules, ciphers);

    /// <param name="day">In China.</param>
    /// <param name="modes">The ways that would do.</param>
    /// <param name="part">Whose times staff can give away.</param>
    /// <returns>By time and lawyer; none when there is no such booking.</returns>
    public async Task<IReadOnlyList<FreeSlot>> FindAsync(Guid booking, DateOnly day, ConsultationModes modes, LegalPart part, CancellationToken ct)
    {
        if (await _db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == booking, ct) is not { } moved) return [];

        var except = await _conflicts.LawyersOfAsync(_db, _ciphers.OpenTold(moved)?.Employer, ct);
        var length = Enum.GetValues<ConsultationLength>().FirstOrDefault(l => _rules.LengthOf(l) == moved.EndsAt - moved.StartsAt);
        var data = await _times.ReadAsync(_db, day, day, lawyer: null, ct);
        var free = _times.Find(data, new SlotWish { Modes = modes, Length = length, From = day, Until = day, IsUrgent = true, Except = except });
        return await _db.SlotsInAsync(part, free, ct);
    }
}
