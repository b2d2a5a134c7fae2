using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Data;

namespace UnionBot.Services.Knowledge.Review;

/// <summary>What staff added and is in force.</summary>
public sealed class AddedSentenceBook(UnionDb db, ReviewCiphers ciphers)
{
    /// <summary>Differs whenever a sentence was added or taken back. Numbers do not tell it: the larger may be committed first.</summary>
    public Task<string> VersionAsync(CancellationToken ct) => db.Database.SqlQuery<string>(
        $"""SELECT count(*) || '/' || count(withdrawn_at) AS "Value" FROM added_sentence""").SingleAsync(ct);

    public async Task<IReadOnlyList<NumberedSentence>> ReadAsync(CancellationToken ct)
    {
        var rows = await db.Set<AddedSentenceRow>().AsNoTracking().Where(s => s.WithdrawnAt == null).OrderBy(s => s.Number).ToListAsync(ct);
        return [.. rows.Select(s => new NumberedSentence(s.Number, new AddedSentence(s.Target, ciphers.Open(s))))];
    }
}

/// <param name="Number">By which staff take it back.</param>
public sealed record NumberedSentence(long Number, AddedSentence Sentence);
