using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Knowledge.Review;

namespace UnionBot.Services.Knowledge.Templates;

/// <summary>Puts in force what staff changed: their files and their sentences, over the files that are shipped.</summary>
public sealed class StaffKnowledge(
    IServiceScopeFactory scopes,
    TemplateReader reader,
    CurrentUnderstanding understanding,
    WordTables tables,
    HolidaySchedule holidays,
    ILogger<StaffKnowledge> log)
{
    /// <summary>Of the shipped files alone.</summary>
    private string _version = "0/0 0/0";

    /// <summary>Takes up what was changed since the last time; not from two threads at once.</summary>
    /// <param name="learn">Learns before it is in force, so that no message waits for it; else when it is needed.</param>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> TakeUpAsync(bool learn, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (templates, sentences) = (scope.ServiceProvider.GetRequiredService<StaffTemplateBook>(), scope.ServiceProvider.GetRequiredService<AddedSentenceBook>());
        var version = $"{await templates.VersionAsync(ct)} {await sentences.VersionAsync(ct)}";
        if (version == _version) return false;

        var set = reader.Read(await templates.ReadAsync(ct));
        AddedSentence[] added = [.. (await sentences.ReadAsync(ct)).Select(s => s.Sentence)];
        var learnt = new Lazy<LoadedUnderstanding>(() => set.Files.Learn(added).With(holidays));
        if (learn) await Task.Run(() => learnt.Value, ct);

        tables.Exchange(set.Tables);
        understanding.Exchange(learnt);
        _version = version;
        Report(set, set.Files.ConflictsWith(added), added.Length);
        return true;
    }

    /// <summary>The sentences themselves may be people's words, and stay out of the log.</summary>
    private void Report(TemplateSet set, IReadOnlyList<SentenceConflict> conflicts, int sentences)
    {
        log.LogInformation(
            "In force: {Files} files that staff changed, {Sentences} sentences that they added", set.Merged.Count, sentences - conflicts.Count);
        foreach (var conflict in set.Conflicts)
        {
            log.LogWarning(
                "Change {Number} of {Path} by staff does not fit the files of this version and is {State}. See: knowledge conflicts",
                conflict.Version.Number, conflict.Version.Path, conflict.IsInForce ? "in force all the same" : "left out");
        }

        foreach (var conflict in conflicts)
            log.LogWarning("A sentence added to {Target} is left out. See: knowledge conflicts", conflict.Sentence.Target);
    }
}
