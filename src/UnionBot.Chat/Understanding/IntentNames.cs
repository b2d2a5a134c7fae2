using System.Collections.Frozen;
using System.Text.Json;

namespace UnionBot.Chat.Understanding;

/// <summary>The names of intents in data files and in answers of the command line: <c>find_vacancy</c>.</summary>
public static class IntentNames
{
    private static readonly FrozenDictionary<Intent, string> Names = Enum.GetValues<Intent>()
        .ToFrozenDictionary(intent => intent, intent => JsonNamingPolicy.SnakeCaseLower.ConvertName(intent.ToString()));

    private static readonly FrozenDictionary<string, Intent> Intents =
        Names.ToFrozenDictionary(entry => entry.Value, entry => entry.Key, StringComparer.Ordinal);

    public static string NameOf(Intent intent) => Names[intent];

    /// <returns>Null when no intent has this name.</returns>
    public static Intent? Find(string name) => Intents.TryGetValue(name, out var intent) ? intent : null;
}
