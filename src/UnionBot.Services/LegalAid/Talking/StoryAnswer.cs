using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>
/// Answers a story of many messages once nothing more comes: one message, with the question that is open. Whoever writes meanwhile has
/// their answer from the talk itself.
/// </summary>
/// <param name="outbox">Made only when it is needed: it takes the database.</param>
internal sealed class StoryAnswer(TurnDatabase turn, Lazy<Outbox> outbox)
{
    /// <summary>Later than this the answer would come out of nowhere.</summary>
    private static readonly TimeSpan WorthSaying = TimeSpan.FromMinutes(10);

    /// <param name="question">The one that is open; null when none is.</param>
    public async Task PromiseAsync(PersonId person, DateTimeOffset toldAt, IReply? question, CancellationToken ct)
    {
        _ = turn.Db;
        var occasion = string.Create(CultureInfo.InvariantCulture, $"legal-aid/story/{toldAt.UtcTicks}");
        var due = toldAt + SendTimes.Silence;
        await outbox.Value.AddAsync([new OutboundDraft(person, occasion, new StoryIsHeard(), due, due + WorthSaying)
        {
            Kind = MessageKind.AfterSilence,
            Further = question is null ? [] : [(question as IBriefReply)?.InBrief() ?? question],
        }], ct);
    }
}
