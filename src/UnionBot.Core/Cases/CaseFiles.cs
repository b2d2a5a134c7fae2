using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>Reads cases for staff.</summary>
public sealed class CaseFiles(
    UnionDb db,
    Transcripts transcripts,
    UnsureAnswers unsure,
    StaffRegister staff,
    CaseCiphers ciphers,
    AuditLog audit,
    BusinessClock clock)
{
    private const int MostListed = 200;

    /// <summary>Cases by number, the newest first.</summary>
    public Task<IReadOnlyList<ListedCase>> ListAsync(bool onlyOpen, CancellationToken ct) =>
        ListAsync(db.Set<Case>(), onlyOpen, ct);

    /// <summary>The cases of the people of a part of the tree, and those that the reader works on.</summary>
    public Task<IReadOnlyList<ListedCase>> ListAsync(StaffScope scope, long reader, bool onlyOpen, CancellationToken ct) =>
        ListAsync(Within(scope, reader), onlyOpen, ct);

    /// <summary>Of those the open ones of one kind.</summary>
    public Task<IReadOnlyList<ListedCase>> ListAsync(string kind, StaffScope scope, long reader, CancellationToken ct) =>
        ListAsync(Within(scope, reader).Where(c => c.Kind == kind), onlyOpen: true, ct);

    /// <summary>Whether a case is in the reader's part of the tree, or in their hands.</summary>
    public Task<bool> IsWithinAsync(long number, StaffScope scope, long reader, CancellationToken ct) =>
        Within(scope, reader).AnyAsync(c => c.Id == number, ct);

    private async Task<IReadOnlyList<ListedCase>> ListAsync(IQueryable<Case> among, bool onlyOpen, CancellationToken ct)
    {
        var cases = await among
            .AsNoTracking()
            .Where(c => !onlyOpen || c.Status != CaseStatus.Closed)
            .OrderByDescending(c => c.Id)
            .Take(MostListed)
            .ToListAsync(ct);
        var doubts = await unsure.NewestAsync([.. cases.Where(c => c.Status != CaseStatus.Closed).Select(c => c.Id)], ct);
        return [.. cases.Select(c => new ListedCase(c, doubts.TryGetValue(c.Id, out var doubt) ? doubt : null))];
    }

    /// <summary>Opens a case with its transcript. That it was read is in the audit before anything is shown.</summary>
    /// <param name="reader">The member of staff who reads it.</param>
    /// <returns>Null when there is no case of this number.</returns>
    public async Task<CaseFile?> OpenAsync(long number, long reader, CancellationToken ct)
    {
        if (await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == number, ct) is not { } @case) return null;

        audit.Add(AuditActor.Staff(reader), "case/read", SubjectOf(number), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);

        var entries = await db.Set<CaseEntry>().AsNoTracking()
            .Where(e => e.CaseId == number).OrderBy(e => e.Number).ToListAsync(ct);
        var involved = entries.Select(e => e.StaffId).Append(@case.AssigneeId ?? 0).Distinct();
        var names = await staff.NamesAsync(involved, ct);
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == @case.PersonId, ct);
        var doubts = await unsure.NewestAsync([number], ct);
        return new CaseFile(
            @case,
            [.. entries.Select(e => new CaseEvent(e.At, e.Deed, names[e.StaffId], ciphers.OpenNote(e)))],
            await transcripts.ReadAsync(@case, ct))
        {
            Owner = @case.AssigneeId is { } owner ? names[owner] : null,
            Channel = person.Channel,
            HasLeft = person.UnfollowedAt is not null,
            Doubt = doubts.TryGetValue(number, out var doubt) ? doubt : null,
        };
    }

    /// <summary>Whoever is on no roster belongs to no organisation: their cases are for roles over the whole union.</summary>
    private IQueryable<Case> Within(StaffScope scope, long reader)
    {
        if (scope.IsWhole) return db.Set<Case>();

        var below = scope.Below;
        var theirs =
            from member in db.Set<Member>()
            join node in db.Set<Organisation>() on member.OrganisationId equals node.Id
            where below.Any(path => EF.Functions.Like(node.Path, path))
            select member.PersonId;
        return db.Set<Case>().Where(c => c.AssigneeId == reader || theirs.Contains(c.PersonId));
    }

    /// <summary>How the audit names a case.</summary>
    internal static string SubjectOf(long number) => string.Create(CultureInfo.InvariantCulture, $"case/{number}");
}

/// <summary>A case in the list.</summary>
/// <param name="Doubt">Why the newest answer to the person may not have arrived; null when all is well.</param>
public sealed record ListedCase(Case Case, AnswerDoubt? Doubt);

/// <summary>A case as staff read it.</summary>
public sealed record CaseFile(Case Case, IReadOnlyList<CaseEvent> Events, IReadOnlyList<TranscriptLine> Transcript)
{
    /// <summary>The name of the member of staff who works on it, in clear; null while nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>Where the person writes: <c>wechat</c> or <c>web</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Whether the person no longer follows, so that nothing can be sent.</summary>
    public bool HasLeft { get; init; }

    /// <inheritdoc cref="ListedCase"/>
    public AnswerDoubt? Doubt { get; init; }
}

/// <summary>What a member of staff did with a case.</summary>
/// <param name="Staff">Their name, in clear.</param>
/// <param name="Note">"" unless it is a note.</param>
public sealed record CaseEvent(DateTimeOffset At, CaseDeed Deed, string Staff, string Note);
