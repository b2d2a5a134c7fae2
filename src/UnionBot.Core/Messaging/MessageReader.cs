using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Core.Messaging;

/// <summary>Makes of a delivery what the conversation reads, and what is kept of it.</summary>
internal static class MessageReader
{
    public static Input Read(Delivery delivery, string maskedText, LoadedTalk talk, long? mediaId = null)
    {
        var text = TextNormaliser.Normalise(maskedText);
        return new Input(talk.Speaker, text, delivery.SentAt)
        {
            Kind = delivery.Kind,
            FullText = ReferenceEquals(maskedText, delivery.Text) ? text : TextNormaliser.Normalise(delivery.Text),
            Key = delivery.Tap,
            Place = delivery.Place,
            MediaId = mediaId,
            StaffOwnsTalk = talk.OwnedUntil > delivery.SentAt,
        };
    }

    public static string BodyOf(Delivery delivery, string maskedText) =>
        new MessageBody(maskedText, delivery.Tap, delivery.Place, delivery.MediaId).Write(delivery.Kind);
}
