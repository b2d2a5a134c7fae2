namespace UnionBot.WeChat.Api;

/// <summary>The credential of all calls.</summary>
/// <param name="ExpiresAt">When to fetch another one: somewhat earlier than the platform's own moment.</param>
public sealed record AccessToken(string Value, DateTimeOffset ExpiresAt)
{
    /// <summary>Never the value: it is a credential.</summary>
    public override string ToString() => "AccessToken";
}
