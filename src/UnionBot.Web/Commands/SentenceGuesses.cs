using System.Globalization;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar;

namespace UnionBot.Web.Commands;

/// <summary>What the bot makes of a sentence, in lines for staff.</summary>
internal static class SentenceGuesses
{
    public static IEnumerable<string> Of(LoadedUnderstanding understanding, string text, DateTimeOffset at)
    {
        var words = TextNormaliser.Normalise(text);
        var meaning = understanding.Interpreter.Interpret(words, at);
        var second = meaning.Ask is var (_, other) ? $", else intent/{IntentNames.NameOf(other)}" : "";
        yield return string.Create(
            CultureInfo.InvariantCulture, $"Nearest wish: intent/{IntentNames.NameOf(meaning.Intent)} ({meaning.Confidence:P0} sure){second}");

        var match = understanding.Knowledge.Match(words, UnionCalendar.DayOf(at));
        yield return match.Elsewhere is { } elsewhere ? $"No union matter: {elsewhere.Title}"
            : match.Entries.Count == 0 ? "No answer comes near."
            : $"Nearest answers: {string.Join(", ", match.Entries.Select(e => $"answer/{e.Id} {e.Title}"))}";
    }
}
