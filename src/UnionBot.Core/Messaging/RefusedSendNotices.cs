using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Tells staff on duty in their chats that the platform refused the account a way of sending. Read from what is written
/// down of it, so no crash can lose it; the ledger takes an occasion once, whichever host tells it.
/// </summary>
public sealed class RefusedSendNotices(UnionDb db, DutyRota rota, Outbox outbox, BusinessClock clock)
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromHours(12);

    /// <returns>How many members of staff are told now.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - WorthTelling;
        if (!await db.Set<Audit.PlatformEvent>().AnyAsync(e => e.Kind == SendOutcomes.NoRight && e.At > since, ct)) return 0;

        var staff = await rota.ReachableOnDutyAsync(now, ct);
        var untold = await FindAsync([.. staff.Select(s => s.PersonId.Value)], since, ct);
        return untold.Count == 0 ? 0 : await outbox.AddAsync([.. untold.Select(Draft)], ct);
    }

    // The moment of the refusal decides the part of the ledger, so that it is the same whenever this runs.
    private static OutboundDraft Draft(UntoldRefusal untold) => new(
        new PersonId(untold.Person),
        OccasionOf(untold.Key),
        Read(untold),
        DueOn: untold.At,
        NotAfter: untold.At + WorthTelling)
    {
        Kind = MessageKind.StaffNotice,
    };

    private static string OccasionOf(string key) => string.Create(CultureInfo.InvariantCulture, $"sending/refused/{key}");

    private static SendingIsRefused Read(UntoldRefusal untold)
    {
        var parts = untold.Detail.Split(' ');
        return new SendingIsRefused(Enum.Parse<SendRoute>(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture), untold.At);
    }

    private Task<List<UntoldRefusal>> FindAsync(long[] people, DateTimeOffset since, CancellationToken ct) => db.Database.SqlQuery<UntoldRefusal>(
        $"""
        SELECT s.person AS "Person", encode(e.key, 'hex') AS "Key", e.detail AS "Detail", e.at AS "At"
          FROM platform_event e CROSS JOIN unnest({people}) AS s (person)
         WHERE e.kind = {SendOutcomes.NoRight} AND e.at > {since}
           AND NOT EXISTS (
               SELECT 1 FROM outbound told WHERE told.person_id = s.person AND told.occasion = 'sending/refused/' || encode(e.key, 'hex'))
        """).ToListAsync(ct);

    private sealed record UntoldRefusal(long Person, string Key, string Detail, DateTimeOffset At);
}
