using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>What is kept of a message: for typed words the words themselves, for everything else a small JSON text.</summary>
internal sealed record MessageBody(string Text, string? Tap = null, GeoPoint? Place = null, string? MediaId = null)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public string Write(InputKind kind) => kind is InputKind.Text ? Text : JsonSerializer.Serialize(this, Json);

    public static MessageBody Read(InputKind kind, string kept) =>
        kind is InputKind.Text ? new MessageBody(kept) : JsonSerializer.Deserialize<MessageBody>(kept, Json)!;
}
