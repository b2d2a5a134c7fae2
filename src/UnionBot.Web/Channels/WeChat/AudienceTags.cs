using System.Collections.Concurrent;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Tags (标签) of the account that are made for one broadcast.</summary>
internal sealed class AudienceTags(WeChatClient client)
{
    private const int TaggedAtOnce = 50;
    private const int Lanes = 4;
    private const int DoneInPart = 45171;
    private const int HasTooMany = 45059;
    private const int TooManyToRemove = 45057;
    private const int NoSuchTag = 45159;

    public async Task<MadeTag> MakeAsync(string name, CancellationToken ct)
    {
        var all = await client.Tags.ListAsync(ct);
        if (!all.TryGet(out var list)) return Failed(all.Outcome);
        if (list.Tags.FirstOrDefault(tag => tag.Name == name) is { } there) return new MadeTag(there.Id, new SendFate(OutboundStatus.Accepted));

        var made = await client.Tags.CreateAsync(name, ct);
        return made.TryGet(out var tag) ? new MadeTag(tag.Id, new SendFate(OutboundStatus.Accepted)) : Failed(made.Outcome);
    }

    public async Task<IReadOnlyList<MassOutcome>> SetAsync(int tagId, IReadOnlyList<SendAttempt> people, bool on, CancellationToken ct)
    {
        var outcomes = new ConcurrentBag<MassOutcome>();
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = ct };
        await Parallel.ForEachAsync(people.Chunk(TaggedAtOnce), lanes, async (part, token) => await SetAsync(tagId, part, on, outcomes, token));
        return [.. outcomes];
    }

    public async Task<bool?> RemoveAsync(int tagId, CancellationToken ct)
    {
        var outcome = await client.Tags.DeleteAsync(tagId, ct);
        return outcome.ErrorCode is TooManyToRemove ? null : outcome.Succeeded || outcome.ErrorCode is NoSuchTag;
    }

    /// <summary>One who cannot carry it makes the platform refuse all who were named with them, so halves are tried.</summary>
    private async Task SetAsync(int tagId, SendAttempt[] part, bool on, ConcurrentBag<MassOutcome> outcomes, CancellationToken ct)
    {
        string[] addresses = [.. part.Select(p => p.Address)];
        var result = on ? await client.Tags.AddPeopleAsync(tagId, addresses, ct) : await client.Tags.RemovePeopleAsync(tagId, addresses, ct);
        var code = result.Outcome.ErrorCode;
        if (result.Outcome.Succeeded || code is DoneInPart)
        {
            var left = result.FailedOpenIds.ToHashSet();
            foreach (var attempt in part)
                outcomes.Add(new MassOutcome(attempt, left.Contains(attempt.Address) ? SendFates.OfPreparation(result.Outcome, attempt) : new SendFate(OutboundStatus.Accepted)));
        }
        else if (code is not HasTooMany && !SendFates.SomebodyIsWrong.Contains(code))
        {
            foreach (var attempt in part) outcomes.Add(new MassOutcome(attempt, SendFates.OfPreparation(result.Outcome, attempt)));
        }
        else if (part is [var alone])
        {
            outcomes.Add(new MassOutcome(alone, SendFates.OfWrong(code)));
        }
        else
        {
            await SetAsync(tagId, part[..(part.Length / 2)], on, outcomes, ct);
            await SetAsync(tagId, part[(part.Length / 2)..], on, outcomes, ct);
        }
    }

    private static MadeTag Failed(SendOutcome outcome) => new(null, SendFates.OfPreparation(outcome, attempts: 1));
}
