using UnionBot.Chat.Understanding.Dates;
using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>What slots are read from.</summary>
/// <param name="Plain">What is left of the message when negated wishes are taken out.</param>
/// <param name="Now">When the message was written.</param>
/// <param name="When">The day and time of the whole message; its spans are places in <see cref="PlainText.Source"/>.</param>
internal sealed record SlotSource(Intent Intent, PlainText Plain, WhenReading When, DateTimeOffset Now)
{
    public string Text => Plain.Text;

    /// <summary>Whether a place of the plain text belongs to words of day, time or length of time.</summary>
    public bool IsTime(int start)
    {
        var at = Plain.OriginOf(start);
        foreach (var span in When.Spans)
        {
            if (at >= span.Start && at < span.End) return true;
        }

        return false;
    }
}
