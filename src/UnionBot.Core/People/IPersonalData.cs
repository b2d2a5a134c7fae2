using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.People;

/// <summary>
/// One place where something about people is kept. Each part that keeps some registers one, so that a person can see
/// all of it and have all of it erased.
/// </summary>
public interface IPersonalData
{
    /// <summary>Names the section in an export, such as <c>talk</c>; kebab case, never changed.</summary>
    string Section { get; }

    Task<IReadOnlyList<PersonalFact>> ReadAsync(PersonId person, CancellationToken ct);

    /// <summary>Why the person must not be erased yet.</summary>
    /// <returns>Stored name of the reason, such as <c>case/open</c>; null when there is none.</returns>
    Task<string?> HoldAsync(PersonId person, CancellationToken ct);

    /// <summary>Erases what tells who the person is, in the caller's transaction; what only proves a deed stays.</summary>
    /// <param name="now">By the business clock; UTC.</param>
    Task EraseAsync(PersonId person, DateTimeOffset now, CancellationToken ct);

    /// <summary>Deletes what is kept of one kind, because the person took back their leave; in the caller's transaction.</summary>
    /// <returns>How many things were deleted.</returns>
    Task<int> RevokeAsync(PersonId person, RevokedKind kind, CancellationToken ct) => Task.FromResult(0);
}

/// <summary>A kind of data that a person can forbid in the platform's settings, of those that we keep at all.</summary>
public enum RevokedKind
{
    /// <summary>Voice messages.</summary>
    Voice,

    /// <summary>Where the person is or was.</summary>
    Place,

    /// <summary>Photos and videos.</summary>
    Picture,
}

/// <summary>Something the union keeps about a person.</summary>
/// <param name="Name">Which fact of its section, in kebab case: <c>phone</c>, <c>heard</c>.</param>
/// <param name="Value">In clear; never logged.</param>
/// <param name="At">When it was said or done; null for what simply is. UTC.</param>
public sealed record PersonalFact(string Name, string Value, DateTimeOffset? At = null);
