using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Knowledge.Templates;

namespace UnionBot.Services.Knowledge.Review;

/// <summary>Where staff look at what was not understood, and teach it. Each decision is one transaction with its audit.</summary>
public sealed class KnowledgeReview(
    UnionDb db, ReviewCiphers ciphers, StaffTemplateBook templates, TemplateReader reader, AuditLog audit, BusinessClock clock)
{
    private const int MostListed = 200;
    private const int LongestSentence = 60;

    /// <summary>What waits, the most frequent first; that it was read is in the audit.</summary>
    public async Task<IReadOnlyList<ListedSentence>> ListAsync(long reader, CancellationToken ct)
    {
        audit.Add(AuditActor.Staff(reader), "knowledge/read", subject: null, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        var waiting = await db.Set<ReviewSentence>().AsNoTracking().Where(s => s.Status == ReviewStatus.Waiting)
            .OrderByDescending(s => s.Times).ThenBy(s => s.Number).Take(MostListed).ToListAsync(ct);
        return [.. waiting.Select(s => new ListedSentence(s.Number, s.Times, s.SeenAt, ciphers.Open(s)))];
    }

    /// <summary>One that waits; null when none of this number does. That it was read is in the audit.</summary>
    public async Task<ListedSentence?> ShowAsync(long number, long staff, CancellationToken ct)
    {
        var sentence = await db.Set<ReviewSentence>().AsNoTracking().SingleOrDefaultAsync(s => s.Number == number && s.Status == ReviewStatus.Waiting, ct);
        if (sentence is null) return null;

        audit.Add(AuditActor.Staff(staff), "knowledge/read", Subject("review-sentence", number), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new ListedSentence(sentence.Number, sentence.Times, sentence.SeenAt, ciphers.Open(sentence));
    }

    /// <summary>Teaches that a sentence of the list means something.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public Task<ReviewFault?> AddAsync(long number, string target, long staff, CancellationToken ct) => InTransactionAsync(async () =>
    {
        if (await LockAsync(number, ct) is not { } sentence) return new ReviewFault($"No sentence {number} waits.", IsGone: true);

        if (await TeachAsync(new AddedSentence(target, ciphers.Open(sentence)), staff, ct) is { } fault) return fault;

        sentence.TryDecide(ReviewStatus.Added, clock.GetUtcNow());
        return null;
    }, ct);

    /// <summary>Teaches that a sentence of one's own means something.</summary>
    /// <inheritdoc cref="AddAsync"/>
    public Task<ReviewFault?> AddOwnAsync(string text, string target, long staff, CancellationToken ct) => InTransactionAsync(
        () => TeachAsync(new AddedSentence(target, NumberMask.Apply(text.Trim()).Text), staff, ct), ct);

    /// <summary>It teaches nothing.</summary>
    /// <inheritdoc cref="AddAsync"/>
    public Task<ReviewFault?> DropAsync(long number, long staff, CancellationToken ct) => InTransactionAsync(async () =>
    {
        if (await LockAsync(number, ct) is not { } sentence) return new ReviewFault($"No sentence {number} waits.", IsGone: true);

        sentence.TryDecide(ReviewStatus.Dropped, clock.GetUtcNow());
        audit.Add(AuditActor.Staff(staff), "knowledge/dropped", Subject("review-sentence", number), clock.GetUtcNow());
        return null;
    }, ct);

    /// <summary>A sentence that was added teaches nothing any longer.</summary>
    /// <inheritdoc cref="AddAsync"/>
    public Task<ReviewFault?> WithdrawAsync(long number, long staff, CancellationToken ct) => InTransactionAsync(async () =>
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM added_sentence WHERE number = {number} FOR UPDATE", ct);
        var sentence = await db.Set<AddedSentenceRow>().SingleOrDefaultAsync(s => s.Number == number, ct);
        if (sentence is null || !sentence.TryWithdraw(clock.GetUtcNow())) return $"No added sentence {number} is in force.";

        audit.Add(AuditActor.Staff(staff), "knowledge/withdrawn", Subject("added-sentence", number), clock.GetUtcNow());
        return null;
    }, ct);

    private async Task<ReviewSentence?> LockAsync(long number, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM review_sentence WHERE number = {number} FOR UPDATE", ct);
        return await db.Set<ReviewSentence>().SingleOrDefaultAsync(s => s.Number == number && s.Status == ReviewStatus.Waiting, ct);
    }

    private async Task<ReviewFault?> TeachAsync(AddedSentence sentence, long staff, CancellationToken ct)
    {
        if (sentence.Text is { Length: 0 or > LongestSentence } or ['#' or '[', ..] || sentence.Text.Any(char.IsControl))
            return $"A sentence has 1 to {LongestSentence} characters in one line and begins with no # or [.";

        var files = reader.Read(await templates.ReadAsync(ct)).Files;
        if (files.ConflictsWith([sentence]) is [var conflict]) return conflict.Reason;

        var hash = ciphers.HashOf(sentence.Text);
        if (await db.Set<AddedSentenceRow>().SingleOrDefaultAsync(s => s.TextHash == hash && s.WithdrawnAt == null, ct) is { } before)
            return string.Create(CultureInfo.InvariantCulture, $"It was added before, to {before.Target}; to move it: knowledge withdraw {before.Number}");

        var id = Guid.CreateVersion7();
        db.Add(new AddedSentenceRow(id, sentence.Target, ciphers.SealAdded(id, sentence.Text), hash, staff, clock.GetUtcNow()));
        audit.Add(AuditActor.Staff(staff), "knowledge/added", sentence.Target, clock.GetUtcNow());
        return null;
    }

    private async Task<ReviewFault?> InTransactionAsync(Func<Task<ReviewFault?>> decide, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await decide() is { } fault) return fault;

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private static string Subject(string kind, long number) => string.Create(CultureInfo.InvariantCulture, $"{kind}/{number}");
}

/// <summary>A sentence that waits; numbers are masked.</summary>
public sealed record ListedSentence(long Number, int Times, DateTimeOffset SeenAt, string Text);
