using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>
/// The bot's first answer in a talk that staff have left for a while: it says that the bot answers meanwhile and which
/// case goes on with a person, and only then is the talk the bot's again.
/// </summary>
internal sealed class LeftTalks(UnionDb db, TurnDecider decider)
{
    /// <summary>In the transaction of the turn, which holds the talk's lock.</summary>
    public async Task<DecidedTurn> GoOnAsync(LoadedTalk talk, DecidedTurn decided, CancellationToken ct)
    {
        // In a crisis nothing else is said; the next answer makes up for it.
        if (decided.Text is null || decided.Effects.Any(e => e is Effect.Alarm)) return decided;

        await db.Database.ExecuteSqlAsync(
            $"UPDATE talk SET owned_until = NULL, session_until = NULL WHERE person_id = {talk.PersonId.Value}", ct);
        return await CaseOfAsync(talk.PersonId, ct) is { } number
            ? decider.Prepend(talk, decided, new StaffGoOn(number))
            : decided;
    }

    /// <summary>The case by which staff were in the talk; null when none of them is open any more.</summary>
    private Task<long?> CaseOfAsync(PersonId person, CancellationToken ct) => (
        from entry in db.Set<CaseEntry>()
        join @case in db.Set<Case>() on entry.CaseId equals @case.Id
        where @case.PersonId == person && @case.Status != CaseStatus.Closed && entry.Deed == CaseDeed.Answered
        orderby entry.At descending
        select (long?)@case.Id).FirstOrDefaultAsync(ct);
}
