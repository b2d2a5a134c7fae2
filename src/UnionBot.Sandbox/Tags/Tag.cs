namespace UnionBot.Sandbox.Tags;

/// <summary>A tag of the account.</summary>
/// <param name="Bit">Its place in every follower's row.</param>
internal sealed record Tag(int Id, string Name, int Bit);
