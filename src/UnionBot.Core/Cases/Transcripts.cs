using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>
/// What was said between a person and the union around a case; numbers of people are masked, whoever wrote them, and what
/// makes a link to a page work for the person alone.
/// </summary>
public sealed partial class Transcripts(UnionDb db, MessageCiphers ciphers)
{
    /// <summary>What led to a case was said within this time before it.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromDays(1);

    /// <summary>A farewell may still reach the person after the case was closed.</summary>
    private static readonly TimeSpan After = TimeSpan.FromHours(1);

    /// <summary>Of each side; the newest.</summary>
    private const int MostLines = 200;

    /// <returns>The oldest first.</returns>
    public async Task<IReadOnlyList<TranscriptLine>> ReadAsync(Case @case, CancellationToken ct)
    {
        var since = @case.OpenedAt - Before;
        var until = @case.ClosedAt + After ?? DateTimeOffset.MaxValue;
        var heard = await HeardAsync(@case.PersonId, since, until, ct);
        var said = await SaidAsync(@case.PersonId, since, until, ct);

        // By our own clock: the platform tells whole seconds, in which several may be said and answered.
        return [.. heard.Concat(said).OrderBy(line => line.Order).Select(line => line.Line)];
    }

    private async Task<IEnumerable<(DateTimeOffset Order, TranscriptLine Line)>> HeardAsync(
        PersonId person, DateTimeOffset since, DateTimeOffset until, CancellationToken ct)
    {
        var messages = await db.Set<InboundMessage>().AsNoTracking()
            .Where(m => m.PersonId == person && m.SentAt >= since && m.SentAt < until)
            .OrderByDescending(m => m.SentAt).ThenByDescending(m => m.ReceivedAt).Take(MostLines).ToListAsync(ct);

        return messages.AsEnumerable().Reverse().Select(m =>
            (m.ReceivedAt, new TranscriptLine(m.SentAt, TranscriptVoice.Person, WordsOf(m)) { Kind = m.Kind }));
    }

    private async Task<IEnumerable<(DateTimeOffset Order, TranscriptLine Line)>> SaidAsync(
        PersonId person, DateTimeOffset since, DateTimeOffset until, CancellationToken ct)
    {
        var messages = await db.Set<OutboundMessage>().AsNoTracking()
            .Where(m => m.PersonId == person && m.CreatedAt >= since && m.CreatedAt < until)
            .OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(MostLines).ToListAsync(ct);

        return messages.AsEnumerable().Reverse().Select(m =>
        {
            var text = Mask(ciphers.OpenText(m.Text, person, m.Occasion));
            return (m.CreatedAt, new TranscriptLine(m.CreatedAt, VoiceOf(m.Occasion), text) { Fate = m.Status });
        });
    }

    private string WordsOf(InboundMessage message)
    {
        if (message.Body is not { } body) return "";
        return Mask(MessageBody.Read(message.Kind, ciphers.OpenBody(body, message.PersonId, message.Key)).Text);
    }

    private static TranscriptVoice VoiceOf(string occasion) =>
        CaseOccasions.IsAnswer(occasion) ? TranscriptVoice.Staff : TranscriptVoice.Bot;

    private static string Mask(string text) => LinkKey.Replace(NumberMask.Apply(text).Text, "…");

    /// <summary>256 bits or more in base64, behind a slash.</summary>
    [GeneratedRegex("(?<=/)[A-Za-z0-9_-]{43,}")]
    private static partial Regex LinkKey { get; }
}
