using System.Globalization;
using System.Text.Json;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Web.Commands.Understanding;

/// <summary>What a message means, as one JSON line.</summary>
/// <param name="Answer">The entry of the knowledge base that answers it; null when none does.</param>
/// <param name="Ask">The two guesses when the bot would ask back instead of acting; danger first where it would ask whether there is any.</param>
internal sealed record UnderstoodLine(
    JsonElement Id,
    string Intent,
    IReadOnlyList<string> Also,
    IReadOnlyDictionary<string, object> Slots,
    UnderstoodWhen? When,
    string? Answer,
    IReadOnlyList<string>? Ask)
{
    /// <param name="answer">The id of the entry; null when none fits.</param>
    public static UnderstoodLine Of(JsonElement id, Meaning meaning, string? answer) => new(
        id,
        IntentNames.NameOf(meaning.Intent),
        [.. meaning.Also.Select(IntentNames.NameOf)],
        meaning.Slots.All.ToDictionary(s => s.Name, s => s.Number is { } number ? (object)number : s.Said!),
        UnderstoodWhen.Of(meaning.When.When),
        answer,
        meaning.AskBetween is var (first, second) ? [IntentNames.NameOf(first), IntentNames.NameOf(second)] : null);
}

/// <summary>A day and a time as text; null is what was not said.</summary>
internal sealed record UnderstoodWhen(string? Date, string? Time, string? Part, string? EndTime)
{
    public static UnderstoodWhen? Of(When? when) => when is null ? null : new UnderstoodWhen(
        when.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Clock(when.Time),
        when.Part?.ToString().ToLowerInvariant(),
        Clock(when.EndTime));

    private static string? Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
