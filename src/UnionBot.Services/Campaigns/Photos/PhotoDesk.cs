using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>
/// Shows pictures of visits to staff, and locks away those of identity or bank cards. That a picture shows a card only a person can tell: there is nothing
/// here that reads letters. The caller has checked that the visit belongs to the part of the tree of whoever looks.
/// </summary>
public sealed class PhotoDesk
{
    private static readonly RoleKind[] MayLook = [RoleKind.Operator, RoleKind.Approver, RoleKind.Auditor, RoleKind.VisitorLead];
    private static readonly RoleKind[] MayLockAway = [RoleKind.Operator, RoleKind.Approver, RoleKind.VisitorLead];
    private static readonly RoleKind[] MayLookAtCards = [RoleKind.Auditor, RoleKind.VisitorLead];

    private readonly UnionDb _db;
    private readonly PhotoCiphers _ciphers;
    private readonly MarkedCopies _copies;
    private readonly StaffRights _rights;
    private readonly AuditLog _audit;
    private readonly BusinessClock _clock;

    internal PhotoDesk(UnionDb db, PhotoCiphers ciphers, MarkedCopies copies, StaffRights rights, AuditLog audit, BusinessClock clock) =>
        (_db, _ciphers, _copies, _rights, _audit, _clock) = (db, ciphers, copies, rights, audit, clock);

    /// <summary>Shows a picture; of one that is locked away each look is in the audit before anything is shown.</summary>
    /// <param name="reason">Why, in their words; needed for one that is locked away.</param>
    public async Task<PhotoOutcome> LookAsync(long photo, long staff, string? reason, CancellationToken ct)
    {
        if (await FindAsync(photo, ct) is not { } found) return new PhotoOutcome(null, PhotoRefusal.NoSuchPhoto);
        if (!await HasAsync(staff, MayLook, ct)) return new PhotoOutcome(null, PhotoRefusal.NotAllowed);
        if (!await IsLockedAwayAsync(found, ct)) return await OpenAsync(found, ct);

        if (!await HasAsync(staff, MayLookAtCards, ct)) return new PhotoOutcome(null, PhotoRefusal.LockedAway);
        if (string.IsNullOrWhiteSpace(reason)) return new PhotoOutcome(null, PhotoRefusal.NoReason);

        _audit.Add(AuditActor.Staff(staff), "proof-photo/card-seen", SubjectOf(photo), _clock.GetUtcNow(), reason);
        await _db.SaveChangesAsync(ct);
        return await OpenAsync(found, ct);
    }

    /// <summary>A copy for a report, with number and day in the corner. Of what is locked away there is none, whoever asks.</summary>
    public async Task<PhotoOutcome> CopyAsync(long photo, PhotoMark mark, long staff, CancellationToken ct)
    {
        if (await FindAsync(photo, ct) is not { } found) return new PhotoOutcome(null, PhotoRefusal.NoSuchPhoto);
        if (!await HasAsync(staff, MayLook, ct)) return new PhotoOutcome(null, PhotoRefusal.NotAllowed);
        if (await IsLockedAwayAsync(found, ct)) return new PhotoOutcome(null, PhotoRefusal.LockedAway);
        if (await OpenAsync(found, ct) is not { Picture: { } picture } shown) return new PhotoOutcome(null, PhotoRefusal.NotThere);

        return await _copies.MakeAsync(picture, mark, ct) is { } copy ? shown with { Picture = copy } : new PhotoOutcome(null, PhotoRefusal.NoTool);
    }

    /// <summary>Locks a photo away, and with it every other that is the same file.</summary>
    public Task<PhotoRefusal?> QuarantineAsync(long photo, long staff, string reason, CancellationToken ct) =>
        ChangeAsync(photo, staff, MayLockAway, "proof-photo/locked-away", reason, (first, now) => first.Quarantine(now), ct);

    /// <summary>Shows it again to whoever may look: it was no card.</summary>
    public Task<PhotoRefusal?> ReleaseAsync(long photo, long staff, string reason, CancellationToken ct) =>
        ChangeAsync(photo, staff, MayLookAtCards, "proof-photo/released", reason, (first, _) => first.Release(), ct);

    private async Task<PhotoRefusal?> ChangeAsync(
        long photo, long staff, RoleKind[] may, string action, string reason, Action<ProofPhoto, DateTimeOffset> change, CancellationToken ct)
    {
        if (await FindAsync(photo, ct) is not { } found) return PhotoRefusal.NoSuchPhoto;
        if (!await HasAsync(staff, may, ct)) return PhotoRefusal.NotAllowed;
        if (string.IsNullOrWhiteSpace(reason)) return PhotoRefusal.NoReason;

        var (first, now) = (found.FirstId ?? found.Id, _clock.GetUtcNow());
        foreach (var same in await _db.Set<ProofPhoto>().Where(p => p.Id == first || p.FirstId == first).ToListAsync(ct)) change(same, now);
        _audit.Add(AuditActor.Staff(staff), action, SubjectOf(photo), now, reason);
        await _db.SaveChangesAsync(ct);
        return null;
    }

    private async Task<PhotoOutcome> OpenAsync(ProofPhoto photo, CancellationToken ct)
    {
        var first = photo.FirstId ?? photo.Id;
        return await _db.Set<ProofPicture>().AsNoTracking().SingleOrDefaultAsync(p => p.PhotoId == first, ct) is { } picture
            ? new PhotoOutcome(_ciphers.OpenPicture(picture))
            : new PhotoOutcome(null, PhotoRefusal.NotThere);
    }

    /// <summary>A copy that came after the first was locked away is locked away, too.</summary>
    private async Task<bool> IsLockedAwayAsync(ProofPhoto photo, CancellationToken ct) =>
        photo.QuarantinedAt is not null || await _db.Set<ProofPhoto>().AnyAsync(p => p.Id == photo.FirstId && p.QuarantinedAt != null, ct);

    private Task<ProofPhoto?> FindAsync(long photo, CancellationToken ct) =>
        _db.Set<ProofPhoto>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == photo, ct);

    private async Task<bool> HasAsync(long staff, RoleKind[] anyOf, CancellationToken ct) => (await _rights.ScopeAsync(staff, anyOf, ct)).IsAnything;

    private static string SubjectOf(long photo) => string.Create(CultureInfo.InvariantCulture, $"proof-photo/{photo}");
}

/// <summary>Either a picture (a JPEG, in clear; never logged), or why it is not shown.</summary>
public sealed record PhotoOutcome(byte[]? Picture, PhotoRefusal? Refusal = null);

/// <summary>Why nothing is shown or changed. Expected outcomes, no errors.</summary>
public enum PhotoRefusal
{
    NoSuchPhoto,
    NotAllowed,

    /// <summary>It shows a card; who may look at those is asked for a reason, and nobody is given a copy.</summary>
    LockedAway,

    NoReason,

    /// <summary>Not kept yet, unreadable, or forgotten after <see cref="PhotoRules.KeepYears"/>.</summary>
    NotThere,

    /// <summary>ImageMagick or a font is missing on this machine.</summary>
    NoTool,
}
