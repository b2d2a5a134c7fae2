using System.Text.Json;

namespace UnionBot.WeChat.Api;

/// <summary>Reads whatever came back, JSON or not.</summary>
internal static class AnswerParser
{
    /// <summary>The answer; one that is no JSON object counts as lost.</summary>
    public static RawAnswer Parse(byte[] bytes, ApiCall call)
    {
        var document = TryParse(bytes) ?? TryParse(WithoutControls(bytes));
        if (document is null) return new RawAnswer(ErrorTable.NoAnswer(reached: true, call.Repeatable), null);

        var (code, message) = Error(document.RootElement);
        return new RawAnswer(ErrorTable.Map(code, message, call.Kind, call.Repeatable), document);
    }

    // Success is errcode 0 or no errcode at all; some answers write it as text or one level deeper.
    private static (int Code, string Message) Error(JsonElement root)
    {
        var holder = root.Child("errcode").ValueKind is JsonValueKind.Undefined ? root.Child("base_resp") : root;
        var code = holder.Number("errcode") ?? holder.Number("ret") ?? 0;
        return ((int)Math.Clamp(code, int.MinValue, int.MaxValue), holder.Text("errmsg"));
    }

    private static JsonDocument? TryParse(byte[] bytes)
    {
        try
        {
            var document = JsonDocument.Parse(bytes.AsMemory(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0));
            if (document.RootElement.ValueKind is JsonValueKind.Object) return document;

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Nicknames and remarks may hold raw control characters, which JSON forbids.
    private static byte[] WithoutControls(byte[] bytes) => [.. bytes.Select(b => b < 0x20 ? (byte)' ' : b)];
}
