using UnionBot.Core.People;

namespace UnionBot.Core.Messaging;

/// <summary>Seals what a turn writes.</summary>
internal sealed class TurnSealer(MessageCiphers ciphers)
{
    /// <param name="maskedText">What is kept of the message; null when it has been kept before.</param>
    public SealedTurn Seal(InboxItem item, DecidedTurn decided, string? maskedText = null)
    {
        var person = item.Talk!.PersonId;
        var occasion = AnswerOccasion.Of(item.Delivery.SentAt, item.Key);
        return new SealedTurn(
            item,
            TalkStateJson.Write(decided.State) is { } state ? ciphers.SealState(state, person) : null,
            occasion,
            decided.Text is null ? null : ciphers.SealText(decided.Text, person, occasion),
            item.TryClaimReply() ? OutboundStatus.Replied : OutboundStatus.Queued)
        {
            Body = maskedText is null
                ? null
                : ciphers.SealBody(MessageReader.BodyOf(item.Delivery, maskedText), person, item.Key),
            Words = decided.Text,
        };
    }

    public KeptMessage SealKept(InboxItem item)
    {
        var (delivery, person) = (item.Delivery, item.Talk!.PersonId);
        var masked = NumberMask.Apply(delivery.Text).Text;
        return new KeptMessage(
            person,
            delivery.SentAt,
            item.Key,
            delivery.Kind,
            ciphers.SealBody(MessageReader.BodyOf(delivery, masked), person, item.Key),
            masked == delivery.Text ? null : ciphers.SealSecret(delivery.Text, person, item.Key));
    }
}
