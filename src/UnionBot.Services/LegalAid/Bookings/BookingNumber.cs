using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>The number by which a booking is named: LA-0116-037.</summary>
/// <param name="Day">The day of the consultation as it was booked first, in China.</param>
/// <param name="InDay">From 1.</param>
public readonly partial record struct BookingNumber(DateOnly Day, int InDay)
{
    public static string Text(DateOnly day, int inDay) => string.Create(CultureInfo.InvariantCulture, $"LA-{day:MMdd}-{inDay:000}");

    /// <summary>As people type it: la0116037, 0116-37.</summary>
    /// <returns>Null when it is none.</returns>
    public static (int Month, int Day, int InDay)? Read(string text) => Shape().Match(text) is { Success: true } match
        ? (Part(match, "month"), Part(match, "day"), Part(match, "number"))
        : null;

    /// <summary>Reads the number that a message begins with: LA-0116-037 咨询，30分钟.</summary>
    /// <param name="rest">What stands behind it.</param>
    /// <returns>The number as it was typed; null when it begins with none.</returns>
    public static string? ReadFront(string text, out string rest)
    {
        var match = Front().Match(text);
        rest = match.Success ? text[match.Length..].TrimStart(' ', '，', ',', ':', '：') : text;
        return match.Success ? match.Value.Trim() : null;
    }

    /// <summary>The next number of a day, in the caller's transaction.</summary>
    internal static async Task<BookingNumber> NextAsync(UnionDb db, DateOnly day, CancellationToken ct) => new(day, (await db.Database.SqlQuery<int>(
        $"""
        INSERT INTO legal_booking_count (day, last) VALUES ({day}, 1)
            ON CONFLICT (day) DO UPDATE SET last = legal_booking_count.last + 1 RETURNING last AS "Value"
        """).ToListAsync(ct))[0]);

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?:LA)?[\s-]*(?<month>[01]\d)(?<day>[0-3]\d)[\s-]*(?<number>\d{1,5})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^\s*LA[\s-]*[01]\d[0-3]\d[\s-]*\d{1,5}(?![0-9.])", RegexOptions.IgnoreCase)]
    private static partial Regex Front();
}
