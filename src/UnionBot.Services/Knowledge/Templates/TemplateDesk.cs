using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Changes;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.Knowledge.Review;

namespace UnionBot.Services.Knowledge.Templates;

/// <summary>Where staff change files of the templates. Each decision is one transaction with its audit, one after the other.</summary>
public sealed class TemplateDesk(
    UnionDb db, StaffTemplateBook book, AddedSentenceBook sentences, TemplateCiphers ciphers, TemplateReader reader, DataFolder folder, AuditLog audit, BusinessClock clock)
{
    private const int LongestFile = 1 << 20;

    /// <summary>Makes a file the one in force, when the whole of the templates can be read with it.</summary>
    /// <param name="path">Below <c>templates</c>.</param>
    /// <param name="keep">False to see only what would change.</param>
    public async Task<TemplateOutcome> ChangeAsync(string path, string text, long staff, bool keep, CancellationToken ct)
    {
        if (TemplatePath.RefusalOf(path, folder.Path) is { } refusal) return TemplateOutcome.Refused(refusal);
        if (text.Length is 0 or > LongestFile || text.Contains('\0', StringComparison.Ordinal)) return TemplateOutcome.Refused("The file is empty, or no text.");

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LockAsync(ct);
        var (versions, added) = (await book.ReadAsync(ct), await sentences.ReadAsync(ct));
        var lines = TextDifference.Between(InForce(path, versions, added), text.ReplaceLineEndings("\n"));
        if (lines.Count == 0) return TemplateOutcome.Refused("It says what is in force already.");
        if (Withheld(path, text, added) is { } withheld) return TemplateOutcome.Refused(withheld);

        var version = new StaffTemplate(0, path, TemplateMerge.Shipped(folder.Path, path), text.ReplaceLineEndings("\n"));
        var set = reader.Read([.. versions.Where(v => v.Path != path), version]);
        if (set.Conflicts.FirstOrDefault(c => c.Version == version) is { } fault) return TemplateOutcome.Refused(fault.Reason);
        if (!keep) return new TemplateOutcome(null, lines, Number: null);

        var row = await AddAsync(version, staff, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new TemplateOutcome(null, lines, row.Number);
    }

    /// <summary>The shipped file is in force again.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<string?> WithdrawAsync(long number, long staff, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LockAsync(ct);
        var row = await db.Set<StaffTemplateRow>().SingleOrDefaultAsync(t => t.Number == number, ct);
        if (row is null || !row.TryWithdraw(clock.GetUtcNow())) return $"No change {number} is in force; see: templates list";

        audit.Add(AuditActor.Staff(staff), "template/withdrawn", Subject(row.Path), clock.GetUtcNow(), $"{number}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task<StaffTemplateRow> AddAsync(StaffTemplate version, long staff, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = await db.Set<StaffTemplateRow>().Where(t => t.Path == version.Path).ToListAsync(ct);
        foreach (var row in before) row.TryWithdraw(now);

        // First, as only one version of a file may be in force.
        await db.SaveChangesAsync(ct);
        var id = Guid.CreateVersion7();
        var added = new StaffTemplateRow(
            id, version.Path, before.Count + 1, ciphers.SealBase(id, version.Base), ciphers.SealText(id, version.Text), staff, now);
        db.Add(added);
        audit.Add(AuditActor.Staff(staff), "template/changed", Subject(version.Path), now, string.Create(CultureInfo.InvariantCulture, $"version {added.Version}"));
        return added;
    }

    /// <summary>The file as <c>export-templates</c> would write it.</summary>
    private string InForce(string path, IReadOnlyList<StaffTemplate> versions, IReadOnlyList<NumberedSentence> added)
    {
        var merged = versions.FirstOrDefault(v => v.Path == path) is { } version ? TemplateMerge.Of(folder.Path, version).Text : null;
        var text = merged ?? TemplateMerge.Shipped(folder.Path, path) ?? "";
        return text.Length == 0 ? text : TemplateExport.With(path, text, AddedTo(path, added).Select(s => s.Sentence.Text));
    }

    /// <summary>A sentence has a number of its own, by which it is taken back.</summary>
    private static string? Withheld(string path, string text, IReadOnlyList<NumberedSentence> added) =>
        AddedTo(path, added).FirstOrDefault(s => !text.Contains(s.Sentence.Text, StringComparison.Ordinal)) is { } gone
            ? $"The sentence \"{gone.Sentence.Text}\" was added by command; take it back by: knowledge withdraw {gone.Number}"
            : null;

    private static IEnumerable<NumberedSentence> AddedTo(string path, IReadOnlyList<NumberedSentence> added) =>
        added.Where(s => AddedSentences.PathOf(s.Sentence.Target) == path);

    private Task<int> LockAsync(CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"LOCK TABLE staff_template IN SHARE ROW EXCLUSIVE MODE", ct);

    private static string Subject(string path) => $"template/{path}";
}

/// <summary>What became of a change.</summary>
/// <param name="Refusal">Why it was not kept, with file, line and reason where something is wrong; null when nothing is.</param>
/// <param name="Lines">What it changes, line by line.</param>
/// <param name="Number">By which staff name it; null when it was only looked at.</param>
public sealed record TemplateOutcome(string? Refusal, IReadOnlyList<string> Lines, long? Number)
{
    public static TemplateOutcome Refused(string reason) => new(reason, [], Number: null);
}
