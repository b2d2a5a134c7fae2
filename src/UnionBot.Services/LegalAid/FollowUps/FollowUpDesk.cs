using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Services.LegalAid.FollowUps;

/// <summary>What a person says of their consultations afterwards, within the turn.</summary>
internal sealed class FollowUpDesk(TurnDatabase turn)
{
    /// <summary>So long after it was asked an answer still belongs to it.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromDays(14);

    /// <summary>The last consultation that was asked about.</summary>
    /// <returns>Null when none was lately, or all has been said.</returns>
    public async Task<Guid?> OpenAsync(PersonId person, DateTimeOffset at, CancellationToken ct)
    {
        var since = at - Within;
        return await turn.Db.ConsultationFollowUps
            .Where(f => f.PersonId == person && f.AskedAt >= since && (f.Solved == null || f.Score == null))
            .OrderByDescending(f => f.AskedAt).Select(f => (Guid?)f.BookingId).FirstOrDefaultAsync(ct);
    }

    /// <returns>How a case about it names it; null when the person was not asked about it.</returns>
    public async Task<string?> AnswerAsync(PersonId person, Guid booking, Solved solved, DateTimeOffset at, CancellationToken ct)
    {
        if (await FindAsync(person, booking, ct) is not { } asked) return null;

        asked.Answer(solved, at);
        return BookingAudit.SubjectOf(booking);
    }

    public async Task RateAsync(PersonId person, Guid booking, int score, DateTimeOffset at, CancellationToken ct) =>
        (await FindAsync(person, booking, ct))?.Rate(score, at);

    private Task<ConsultationFollowUp?> FindAsync(PersonId person, Guid booking, CancellationToken ct) =>
        turn.Db.ConsultationFollowUps.SingleOrDefaultAsync(f => f.BookingId == booking && f.PersonId == person, ct);
}
