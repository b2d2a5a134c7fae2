using System.Text.Json;
using UnionBot.Web.Commands.Understanding;

namespace UnionBot.Tests.Chat.Understanding.Meanings;

public sealed class UnderstandCommandTests
{
    private readonly UnderstoodLines _lines = new(Understood.Current.Value, TimeProvider.System);

    [Fact]
    public async Task A_line_is_answered_with_a_line()
    {
        var answer = await Answer("""{"id":"a1","text":"帮我约明天的律师","now":"2026-11-21T10:00:00+08:00"}""");

        Assert.Equal("a1", answer.GetProperty("id").GetString());
        Assert.Equal("book_legal_aid", answer.GetProperty("intent").GetString());
        Assert.Equal("明天", answer.GetProperty("slots").GetProperty("date_text").GetString());
        Assert.Equal("2026-11-22", answer.GetProperty("when").GetProperty("date").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("when").GetProperty("end_time").ValueKind);
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("also").ValueKind);
        Assert.Equal("book-lawyer", answer.GetProperty("answer").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("ask").ValueKind);
    }

    [Fact]
    public async Task Numbers_are_numbers_and_chinese_stays_readable()
    {
        using var output = new StringWriter();
        await _lines.AnswerAsync(new StringReader("""{"id":7,"text":"历下区找五千以上的保安工作"}"""), output, CancellationToken.None);

        Assert.Contains("\"salary_min\":5000", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"district\":\"历下区\"", output.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("{\"id\":7,", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":1}")]
    [InlineData("not json")]
    public async Task A_line_that_is_no_message_is_named(string second)
    {
        var wrong = await Assert.ThrowsAsync<InvalidDataException>(() => Answer("{\"id\":1,\"text\":\"你好\"}\n" + second));

        Assert.Contains("Line 2", wrong.Message, StringComparison.Ordinal);
    }

    private async Task<JsonElement> Answer(string lines)
    {
        using var output = new StringWriter();
        await _lines.AnswerAsync(new StringReader(lines), output, CancellationToken.None);
        return JsonDocument.Parse(output.ToString().Split('\n')[0]).RootElement;
    }
}
