using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Knowledge;
using UnionBot.Core.Calendar;

namespace UnionBot.Web.Commands.Understanding;

/// <summary>Answers lines of messages with lines of what they mean.</summary>
internal sealed class UnderstoodLines(Interpreter interpreter, KnowledgeBook knowledge, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <exception cref="InvalidDataException">A line is no such JSON; names the line.</exception>
    public async Task AnswerAsync(TextReader input, TextWriter output, CancellationToken ct)
    {
        for (var number = 1; await input.ReadLineAsync(ct) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;

            var message = Read(line, number);
            var (text, now) = (TextNormaliser.Normalise(message.Text!), message.Now ?? clock.GetUtcNow());
            var answer = knowledge.Match(text, UnionCalendar.DayOf(now)).Best?.Id;
            await output.WriteLineAsync(JsonSerializer.Serialize(UnderstoodLine.Of(message.Id, interpreter.Interpret(text, now), answer), Json));
        }
    }

    private static MessageLine Read(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<MessageLine>(line, Json) is { Text: not null } message
                ? message
                : throw new InvalidDataException($"Line {number} has no text.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"Line {number} is no JSON of a message: {wrong.Message}", wrong);
        }
    }

    /// <param name="Now">When it was written; now when it is missing.</param>
    private sealed record MessageLine(JsonElement Id, string? Text, DateTimeOffset? Now);
}
