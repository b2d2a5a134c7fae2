using System.Text.Json;

namespace UnionBot.Sandbox.Api;

/// <summary>One call of the platform's API, with its query and JSON body.</summary>
internal sealed class PlatformCall(HttpContext http, string path, byte[] raw, JsonElement body)
{
    public HttpContext Http => http;

    public string Path => path;

    /// <summary>The body as it came, for rules about how it is written.</summary>
    public ReadOnlySpan<byte> Raw => raw;

    /// <summary>The JSON body; of kind Undefined when there is none.</summary>
    public JsonElement Body => body;

    /// <summary>A query value; empty when absent.</summary>
    public string Query(string name) => http.Request.Query[name].ToString();

    /// <summary>A text of the body; empty when absent or no text.</summary>
    public string Text(string name) => body.Text(name);
}
