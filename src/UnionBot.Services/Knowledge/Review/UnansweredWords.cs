using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Knowledge.Review;

/// <summary>Keeps words within the turn that did not understand them. The same words are kept once.</summary>
internal sealed class UnansweredWords(TurnDatabase turn, ReviewCiphers ciphers) : IUnansweredWords
{
    private const int Longest = 120;

    public async Task KeepAsync(string words, DateTimeOffset at, CancellationToken ct)
    {
        var masked = NumberMask.Apply(words).Text.Trim();
        if (masked.Length is 0 or > Longest || !masked.Any(char.IsLetter)) return;

        var (db, id) = (turn.Db, Guid.CreateVersion7());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO review_sentence (id, text, text_hash, seen_at, times, status)
            VALUES ({id}, {ciphers.SealReview(id, masked)}, {ciphers.HashOf(masked)}, {at}, 1, {(short)ReviewStatus.Waiting})
            ON CONFLICT (text_hash) DO UPDATE SET times = review_sentence.times + 1, seen_at = excluded.seen_at
            """, ct);
    }
}
