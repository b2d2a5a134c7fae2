using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Media;
using UnionBot.Core.People;

namespace UnionBot.Core.Messaging;

/// <summary>
/// One turn in a transaction of its own: what its dialog changes, its effects, the state and the answers commit
/// together or not at all. The message has been kept before.
/// </summary>
internal sealed class LoneTurn(
    UnionDb db,
    TurnDatabase turn,
    Conversation conversation,
    TalkLoader loader,
    TurnDecider decider,
    TurnEffects effects,
    HeldAnswers held,
    LeftTalks left,
    LoneWriter writer,
    GivenAnswers given,
    MediaStore media,
    BusinessClock clock)
{
    public Task<InboxAnswer> RunAsync(InboxItem item, CancellationToken ct) => RunAsync(item, decide: true, ct);

    /// <summary>The turn failed for a reason that will not go away: says so, and a person of the union takes over.</summary>
    public Task<InboxAnswer> ApologiseAsync(InboxItem item, CancellationToken ct) => RunAsync(item, decide: false, ct);

    private async Task<InboxAnswer> RunAsync(InboxItem item, bool decide, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await loader.LockAndLoadAsync(connection, item, clock.GetUtcNow(), ct);

        var answer = item.Talk!.Message is MessageFate.Answered
            ? await given.FindAsync(connection, item, ct)
            : await AnswerAsync(connection, item, decide, ct);

        await transaction.CommitAsync(ct);
        return answer;
    }

    private async Task<InboxAnswer> AnswerAsync(NpgsqlConnection connection, InboxItem item, bool decide, CancellationToken ct)
    {
        var (talk, now) = (item.Talk!, clock.GetUtcNow());
        var decided = decide ? await DecideAsync(item, ct) : decider.Apologise(talk);
        var replies = await effects.ApplyAsync(talk.PersonId, decided.Effects, now, ct);
        await db.SaveChangesAsync(ct);

        if (replies.Count > 0) decided = decider.Append(talk, decided, replies);
        if (talk.IsLeftAt(item.Delivery.SentAt)) decided = await left.GoOnAsync(talk, decided, ct);
        if (talk.HasHeld) decided = await held.AppendAsync(connection, talk, decided, ct);
        return await writer.WriteAsync(connection, item, decided, now, ct);
    }

    private async Task<DecidedTurn> DecideAsync(InboxItem item, CancellationToken ct)
    {
        var talk = item.Talk!;
        turn.Speaker = talk.PersonId;
        if (item.Delivery.Kind is InputKind.Followed)
        {
            var person = await db.Set<Person>().SingleAsync(p => p.Id == talk.PersonId, ct);
            person.Follow(item.Delivery.Tap);
        }

        var masked = NumberMask.Apply(item.Delivery.Text).Text;
        var input = MessageReader.Read(item.Delivery, masked, talk, await NoteMediaAsync(item, ct));
        return await decider.DecideAsync(conversation, talk, input, ct);
    }

    private async Task<long?> NoteMediaAsync(InboxItem item, CancellationToken ct) => item.Delivery.MediaId is { } id
        ? await media.NoteAsync(item.Talk!.PersonId, item.Delivery.Kind, id, clock.GetUtcNow(), ct)
        : null;
}
