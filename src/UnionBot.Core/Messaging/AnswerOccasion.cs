using System.Buffers.Text;
using System.Globalization;

namespace UnionBot.Core.Messaging;

/// <summary>Names the answer to one message in the ledger, so that a message is answered once.</summary>
internal static class AnswerOccasion
{
    public static string Of(DateTimeOffset sentAt, byte[] key) => string.Create(
        CultureInfo.InvariantCulture, $"answer/{sentAt.ToUnixTimeSeconds()}/{Base64Url.EncodeToString(key)}");

    /// <summary>The ledger's partition of a moment: the first day of its month, in UTC.</summary>
    public static DateOnly PeriodOf(DateTimeOffset moment) => new(moment.UtcDateTime.Year, moment.UtcDateTime.Month, 1);
}
