using System.Text.Json;

namespace UnionBot.WeChat.Api;

/// <summary>An answer as JSON, valid until disposed.</summary>
internal sealed class RawAnswer(SendOutcome outcome, JsonDocument? document) : IDisposable
{
    public SendOutcome Outcome => outcome;

    /// <summary>Undefined when no JSON came.</summary>
    public JsonElement Body => document?.RootElement ?? default;

    public void Dispose() => document?.Dispose();
}
