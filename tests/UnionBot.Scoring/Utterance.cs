using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnionBot.Scoring;

/// <summary>One line of a set of sentences: the text and what it means.</summary>
public sealed record Utterance(string Id, string Text, string Intent)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public IReadOnlyDictionary<string, JsonElement> Slots { get; init; } = new Dictionary<string, JsonElement>();

    public IReadOnlyList<string> Also { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it was written; null where it does not matter.</summary>
    [JsonPropertyName("now")]
    public DateTimeOffset? Now { get; init; }

    public static IReadOnlyList<Utterance> Read(string file) =>
        [.. File.ReadLines(file).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<Utterance>(l, Json)!)];
}
