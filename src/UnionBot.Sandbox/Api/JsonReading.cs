using System.Text.Json;

namespace UnionBot.Sandbox.Api;

/// <summary>Reads fields of a JSON body that may be absent or of another kind.</summary>
internal static class JsonReading
{
    extension(JsonElement element)
    {
        /// <summary>A property; of kind Undefined when it is absent.</summary>
        public JsonElement Part(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : default;

        /// <summary>A text or number as text; empty when absent.</summary>
        public string Text(string name) => element.Part(name) is var part && part.ValueKind switch
        {
            JsonValueKind.String or JsonValueKind.Number => true,
            _ => false,
        }
            ? part.ToString()
            : "";

        /// <summary>A whole number, also when it was written as text.</summary>
        public long? Number(string name) => long.TryParse(element.Text(name), out var number) ? number : null;

        public bool Flag(string name) => element.Part(name).ValueKind == JsonValueKind.True;

        public IReadOnlyList<JsonElement> Items(string name) =>
            element.Part(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
    }
}
