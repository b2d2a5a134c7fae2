using System.Text;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>Where staff work on a case. Each deed is one transaction with its entry in the history and the audit.</summary>
public sealed class CaseDesk(UnionDb db, Outbox outbox, CaseCiphers ciphers, AuditLog audit, BusinessClock clock)
{
    /// <summary>So long after the last word of staff the bot stays silent.</summary>
    public static readonly TimeSpan Ownership = TimeSpan.FromMinutes(20);

    /// <summary>UTF-8 bytes of an answer: what one message of the platform holds, less the line above it.</summary>
    public const int LongestAnswer = 1800;

    /// <summary>So long an answer waits for the person's next contact, when no channel is open.</summary>
    private static readonly TimeSpan AnswerGoodFor = TimeSpan.FromDays(90);

    private static readonly TimeSpan FarewellGoodFor = TimeSpan.FromDays(7);

    /// <summary>As the audit keeps them.</summary>
    private static readonly Dictionary<CaseDeed, string> DeedNames = new()
    {
        [CaseDeed.Claimed] = "case/claimed",
        [CaseDeed.Noted] = "case/noted",
        [CaseDeed.Answered] = "case/answered",
        [CaseDeed.Closed] = "case/closed",
        [CaseDeed.Reopened] = "case/reopened",
    };

    public Task<CaseRefusal?> ClaimAsync(SeenCase seen, long staff, bool takeOver, CancellationToken ct) =>
        ChangeAsync(seen, (@case, _, now) => Task.FromResult(Claim(@case, staff, takeOver, now)), ct);

    /// <summary>Adds a note that only staff see; its numbers are masked.</summary>
    public Task<CaseRefusal?> NoteAsync(SeenCase seen, long staff, string note, CancellationToken ct) =>
        ChangeAsync(seen, (@case, _, now) =>
        {
            Enter(@case, CaseDeed.Noted, staff, now, NumberMask.Apply(note).Text);
            return Task.FromResult<CaseRefusal?>(null);
        }, ct);

    /// <summary>Queues an answer to the person and takes over the talk; claims the case if nobody has.</summary>
    public async Task<CaseRefusal?> AnswerAsync(SeenCase seen, long staff, string words, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        if (Encoding.UTF8.GetByteCount(words) > LongestAnswer) return CaseRefusal.TooLong;

        return await ChangeAsync(seen, async (@case, talk, now) =>
        {
            if (await HasUnfollowedAsync(@case.PersonId, ct)) return CaseRefusal.Unfollowed;
            if (Claim(@case, staff, takeOver: false, now) is { } refusal) return refusal;

            var entry = Enter(@case, CaseDeed.Answered, staff, now);
            var occasion = CaseOccasions.OfAnswer(@case.Id, entry.Number);
            await SayAsync(@case.PersonId, occasion, new StaffAnswer(@case.Id, words.Trim()), now, AnswerGoodFor, ct);
            talk.Own(now + Ownership);
            return null;
        }, ct);
    }

    /// <summary>办好了: tells the person, and hands the talk back to the bot.</summary>
    public Task<CaseRefusal?> CloseAsync(SeenCase seen, long staff, CancellationToken ct) =>
        ChangeAsync(seen, async (@case, talk, now) =>
        {
            if (!@case.TryClose(staff, now, out var refusal)) return refusal;

            var entry = Enter(@case, CaseDeed.Closed, staff, now);
            var occasion = CaseOccasions.OfClosing(@case.Id, entry.Number);
            if (!await HasUnfollowedAsync(@case.PersonId, ct))
                await SayAsync(@case.PersonId, occasion, new CaseClosed(@case.Id), now, FarewellGoodFor, ct);
            if (!await IsTalkedInElsewhereAsync(@case, now, ct)) talk.HandBack();
            return null;
        }, ct);

    public Task<CaseRefusal?> ReopenAsync(SeenCase seen, long staff, CancellationToken ct) =>
        ChangeAsync(seen, async (@case, _, now) =>
        {
            if (await HasNewerAsync(@case, ct)) return CaseRefusal.NewerOpen;
            if (!@case.TryReopen(staff, out var refusal)) return refusal;

            Enter(@case, CaseDeed.Reopened, staff, now);
            return null;
        }, ct);

    private async Task<CaseRefusal?> ChangeAsync(
        SeenCase seen, Func<Case, Talk, DateTimeOffset, Task<CaseRefusal?>> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(seen.Number, ct) is not var (@case, talk)) return CaseRefusal.Unknown;
        if (seen.Entries is { } entries && entries != @case.Entries) return CaseRefusal.Changed;
        if (await change(@case, talk, clock.GetUtcNow()) is { } refusal) return refusal;

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    // The talk first, as every turn does; the other way round the two would wait for each other.
    private async Task<(Case Case, Talk Talk)?> LockAsync(long number, CancellationToken ct)
    {
        var person = await db.Set<Case>()
            .Where(c => c.Id == number).Select(c => (PersonId?)c.PersonId).SingleOrDefaultAsync(ct);
        if (person is not { } id) return null;

        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM talk WHERE person_id = {id.Value} FOR UPDATE", ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM union_case WHERE id = {number} FOR UPDATE", ct);
        var talk = await db.Set<Talk>().SingleAsync(t => t.PersonId == id, ct);
        return (await db.Set<Case>().SingleAsync(c => c.Id == number, ct), talk);
    }

    private CaseRefusal? Claim(Case @case, long staff, bool takeOver, DateTimeOffset now)
    {
        var before = @case.AssigneeId;
        if (!@case.TryClaim(staff, takeOver, out var refusal)) return refusal;

        if (before != staff) Enter(@case, CaseDeed.Claimed, staff, now);
        return null;
    }

    private CaseEntry Enter(Case @case, CaseDeed deed, long staff, DateTimeOffset now, string? note = null)
    {
        var number = @case.NextEntry();
        var entry = new CaseEntry(
            @case.Id, number, deed, staff, now, note is null ? null : ciphers.SealNote(note, @case.Id, number));
        db.Add(entry);
        audit.Add(AuditActor.Staff(staff), DeedNames[deed], CaseFiles.SubjectOf(@case.Id), now);
        return entry;
    }

    private Task<int> SayAsync(
        PersonId person, string occasion, IReply reply, DateTimeOffset now, TimeSpan goodFor, CancellationToken ct) =>
        outbox.AddAsync(
            [
                new OutboundDraft(person, occasion, reply, DueOn: now, NotAfter: now + goodFor)
                {
                    Kind = reply is StaffAnswer ? MessageKind.StaffAnswer : MessageKind.CaseProgress,
                },
            ],
            ct);

    private Task<bool> HasNewerAsync(Case @case, CancellationToken ct) => db.Set<Case>().AnyAsync(
        c => c.PersonId == @case.PersonId && c.Kind == @case.Kind && c.Subject == @case.Subject
            && c.Id != @case.Id && c.Status != CaseStatus.Closed,
        ct);

    private Task<bool> HasUnfollowedAsync(PersonId person, CancellationToken ct) =>
        db.Set<Person>().AnyAsync(p => p.Id == person && p.UnfollowedAt != null, ct);

    /// <summary>Whether staff hold the same talk because of another case that is still open.</summary>
    private Task<bool> IsTalkedInElsewhereAsync(Case @case, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Ownership;
        return (from entry in db.Set<CaseEntry>()
                join other in db.Set<Case>() on entry.CaseId equals other.Id
                where other.PersonId == @case.PersonId && other.Id != @case.Id && other.Status != CaseStatus.Closed
                    && entry.Deed == CaseDeed.Answered && entry.At > since
                select entry).AnyAsync(ct);
    }
}
