using System.Collections.Concurrent;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>
/// Finds out who in a list the platform does not take, since it tells only that somebody is. It is asked who follows: that has five
/// million calls a day, while to send parts of the list until one is refused would use up the day's hundred mass sends.
/// </summary>
internal sealed class ListSearch(WeChatClient client)
{
    private const int AskedAtOnce = 100;
    private const int Lanes = 8;
    private const int NoSuchPerson = 40003;

    /// <returns>Null when the platform did not say.</returns>
    public async Task<IReadOnlyList<MassOutcome>?> RunAsync(IReadOnlyList<SendAttempt> people, CancellationToken ct)
    {
        var found = new ConcurrentBag<MassOutcome>();
        var isAnswered = true;
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = ct };
        await Parallel.ForEachAsync(people.Chunk(AskedAtOnce), lanes, async (part, token) =>
        {
            if (!await SearchAsync(part, found, token)) isAnswered = false;
        });
        return isAnswered ? [.. found] : null;
    }

    /// <summary>One whom the platform does not know makes it refuse all who are asked for with them, so halves are asked for.</summary>
    private async Task<bool> SearchAsync(SendAttempt[] part, ConcurrentBag<MassOutcome> found, CancellationToken ct)
    {
        var answer = await client.Users.GetManyAsync([.. part.Select(p => p.Address)], ct);
        if (answer.TryGet(out var known))
        {
            var follows = known.People.ToLookup(person => person.OpenId, person => person.Follows);
            foreach (var attempt in part.Where(p => !follows[p.Address].Any())) found.Add(Wrong(attempt, NoSuchPerson));
            foreach (var attempt in part.Where(p => follows[p.Address].Any(does => !does))) found.Add(Unfollowed(attempt));
            return true;
        }

        if (!SendFates.SomebodyIsWrong.Contains(answer.Outcome.ErrorCode)) return false;
        if (part is [var alone])
        {
            found.Add(Wrong(alone, answer.Outcome.ErrorCode));
            return true;
        }

        var half = part.Length / 2;
        return await SearchAsync(part[..half], found, ct) && await SearchAsync(part[half..], found, ct);
    }

    private static MassOutcome Wrong(SendAttempt attempt, int code) => new(attempt, SendFates.OfWrong(code));

    private static MassOutcome Unfollowed(SendAttempt attempt) =>
        new(attempt, new SendFate(OutboundStatus.Withheld)) { Reason = WithheldReason.Unfollowed };
}
