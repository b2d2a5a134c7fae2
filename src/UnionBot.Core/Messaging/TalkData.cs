using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Media;
using UnionBot.Core.People;

namespace UnionBot.Core.Messaging;

/// <summary>What a person said and was told, as personal data. Erased, the entries stay and prove that something was said.</summary>
internal sealed class TalkData(UnionDb db, MessageCiphers ciphers) : IPersonalData
{
    public string Section => "talk";

    public async Task<IReadOnlyList<PersonalFact>> ReadAsync(PersonId person, CancellationToken ct)
    {
        var heard = await db.Set<InboundMessage>().AsNoTracking()
            .Where(m => m.PersonId == person && m.Body != null).OrderBy(m => m.SentAt).ThenBy(m => m.ReceivedAt).ToListAsync(ct);
        var said = await db.Set<OutboundMessage>().AsNoTracking().Where(m => m.PersonId == person)
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync(ct);
        var files = await db.Set<MediaFile>().AsNoTracking()
            .Where(m => m.PersonId == person && m.Status == MediaStatus.Kept).ToListAsync(ct);

        var stopped = await db.Database.SqlQuery<StoppedKind>(
            $"""SELECT kind AS "Kind", since AS "Since" FROM opt_out WHERE person_id = {person.Value}""").ToListAsync(ct);
        var answers = await db.Set<NoticeAnswer>().AsNoTracking().Where(a => a.PersonId == person).ToListAsync(ct);

        return
        [
            .. heard.Select(m => new PersonalFact("heard", WordsOf(m), m.SentAt))
                .Concat(said.Select(m => new PersonalFact("said", ciphers.OpenText(m.Text, person, m.Occasion), m.CreatedAt)))
                .Where(fact => fact.Value.Length > 0)
                .Concat(answers.Select(a => new PersonalFact(a.Accepted ? "notice-accepted" : "notice-refused", a.TemplateId, a.At)))
                .Concat(stopped.Select(s => new PersonalFact("notice-stopped", NameOf((MessageKind)s.Kind), s.Since)))
                .Concat(files.Select(m => new PersonalFact("file", m.ContentType!, m.ReceivedAt)))
                .OrderBy(fact => fact.At),
        ];
    }

    public Task<string?> HoldAsync(PersonId person, CancellationToken ct) => Task.FromResult<string?>(null);

    public async Task EraseAsync(PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        var id = person.Value;
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE inbound SET body = NULL, secret = NULL, answered_at = coalesce(answered_at, {now})
             WHERE person_id = {id} AND (body IS NOT NULL OR secret IS NOT NULL OR answered_at IS NULL)
            """, ct);
        await db.Set<NoticeAnswer>().Where(a => a.PersonId == person).ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlAsync($"DELETE FROM notice_use WHERE person_id = {id}", ct);
        await db.Database.ExecuteSqlAsync($"DELETE FROM opt_out WHERE person_id = {id}", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbound
               SET text = '', notice = NULL, status = CASE
                       WHEN status IN ({(short)OutboundStatus.Queued}, {(short)OutboundStatus.HeldForContact})
                       THEN {(short)OutboundStatus.Expired} ELSE status END
             WHERE person_id = {id} AND text <> ''
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE talk SET state = NULL, version = version + 1, typed_at = NULL, tapped_at = NULL, owned_until = NULL, session_until = NULL, has_held = false
             WHERE person_id = {id}
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM media_chunk USING media_file f WHERE media_id = f.id AND media_chunk.period = f.period AND f.person_id = {id}", ct);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE media_file SET status = {(short)MediaStatus.Erased}, platform_id = NULL WHERE person_id = {id}", ct);
    }

    public Task<int> RevokeAsync(PersonId person, RevokedKind kind, CancellationToken ct) => kind switch
    {
        RevokedKind.Voice => ForgetMediaAsync(person, [(short)InputKind.Voice], ct),
        RevokedKind.Picture => ForgetMediaAsync(person, [(short)InputKind.Photo, (short)InputKind.Video], ct),
        _ => ForgetPlacesAsync(person, ct),
    };

    // The entries stay and prove that something was sent; an open question may hold a place, so it goes as well.
    private async Task<int> ForgetPlacesAsync(PersonId person, CancellationToken ct)
    {
        var places = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE inbound SET body = NULL, secret = NULL, answered_at = coalesce(answered_at, received_at)
             WHERE person_id = {person.Value} AND kind = {(short)InputKind.Location} AND body IS NOT NULL
            """, ct);
        if (places > 0)
            await db.Database.ExecuteSqlAsync(
                $"UPDATE talk SET state = NULL, version = version + 1 WHERE person_id = {person.Value}", ct);
        return places;
    }

    private async Task<int> ForgetMediaAsync(PersonId person, short[] kinds, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE inbound SET body = NULL, secret = NULL, answered_at = coalesce(answered_at, received_at)
             WHERE person_id = {person.Value} AND kind = ANY ({kinds})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM media_chunk USING media_file f
             WHERE media_id = f.id AND media_chunk.period = f.period AND f.person_id = {person.Value} AND f.kind = ANY ({kinds})
            """, ct);
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE media_file SET status = {(short)MediaStatus.Erased}, platform_id = NULL
             WHERE person_id = {person.Value} AND kind = ANY ({kinds}) AND status <> {(short)MediaStatus.Erased}
            """, ct);
    }

    private string WordsOf(InboundMessage message) =>
        MessageBody.Read(message.Kind, ciphers.OpenBody(message.Body!, message.PersonId, message.Key)).Text;

    private static string NameOf(MessageKind kind) => kind switch
    {
        MessageKind.VacancyPush => "vacancy-push",
        MessageKind.Campaign => "campaign",
        _ => "broadcast",
    };

    private sealed record StoppedKind(short Kind, DateTimeOffset Since);
}
