namespace UnionBot.WeChat.Api;

/// <summary>One call, not yet sent.</summary>
/// <param name="Path">With its query, without the token.</param>
/// <param name="NewContent">Makes the body anew for every attempt; null = none.</param>
internal sealed record ApiCall(HttpMethod Method, string Path, Func<HttpContent>? NewContent)
{
    /// <summary>The platform recognises a repeated call, or repeating it does no harm.</summary>
    public bool Repeatable { get; init; }

    public ApiKind Kind { get; init; } = ApiKind.Person;

    /// <summary>How often longer than an ordinary call it may take.</summary>
    public int Patience { get; init; } = 1;

    /// <summary>A call that only asks.</summary>
    public static ApiCall Get(string path) => new(HttpMethod.Get, path, null) { Repeatable = true };

    public static ApiCall Post(string path, object body)
    {
        var json = ApiJson.Serialize(body);
        return new ApiCall(HttpMethod.Post, path, () => ApiJson.Content(json));
    }

    /// <summary>Neither addresses nor bodies are printed: they hold ids, texts and secrets.</summary>
    public override string ToString() => "ApiCall";
}
