namespace UnionBot.Core.People;

/// <summary>What identifies a member, as the database holds it: encrypted, and hashed for look-up.</summary>
/// <param name="Phone">Null, like its hash, when no number is known; so too the identity number.</param>
public sealed record SealedIdentity(
    byte[] Name, byte[] NameHash, byte[]? Phone, byte[]? PhoneHash, byte[]? IdNumber, byte[]? IdNumberHash);
