using System.Text.Json;

namespace UnionBot.Scoring;

/// <summary>One line of a set of questions: the text and the entries that answer it.</summary>
/// <param name="Answers">Several where each would do; empty when nothing fits.</param>
public sealed record KnowledgeQuestion(string Text, IReadOnlyList<string> Answers)
{
    public static IReadOnlyList<KnowledgeQuestion> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => Of(JsonDocument.Parse(line).RootElement))];

    private static KnowledgeQuestion Of(JsonElement line)
    {
        var answer = line.GetProperty("answer");
        return new KnowledgeQuestion(line.GetProperty("text").GetString()!, answer.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.String => [answer.GetString()!],
            _ => [.. answer.EnumerateArray().Select(id => id.GetString()!)],
        });
    }
}
