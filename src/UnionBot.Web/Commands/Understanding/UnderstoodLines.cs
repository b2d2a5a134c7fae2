using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar;

namespace UnionBot.Web.Commands.Understanding;

/// <summary>Answers lines of messages with lines of what they mean.</summary>
internal sealed class UnderstoodLines(LoadedUnderstanding learnt, TimeProvider clock)
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
            var answer = learnt.Knowledge.Match(text, UnionCalendar.DayOf(now)).Best?.Id;
            await output.WriteLineAsync(JsonSerializer.Serialize(UnderstoodLine.Of(message.Id, learnt.Interpreter.Interpret(text, now), answer), Json));
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
