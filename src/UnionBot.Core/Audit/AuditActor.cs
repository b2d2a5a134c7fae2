using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Audit;

/// <summary>Who did something: a member of staff, a person in a chat, a user of the server, or the program itself.</summary>
/// <param name="Id">The staff's or person's id; null for the others.</param>
/// <param name="Name">The account of a user of the server; null for the others.</param>
public readonly record struct AuditActor(AuditActorKind Kind, long? Id, string? Name = null)
{
    /// <summary>A job, or a start.</summary>
    public static AuditActor System { get; } = new(AuditActorKind.System, null);

    public static AuditActor Staff(long id) => new(AuditActorKind.Staff, id);

    /// <summary>Who ran a command on the server.</summary>
    /// <param name="user">Their account; cut to what is kept.</param>
    public static AuditActor Operator(string user) =>
        new(AuditActorKind.Operator, null, user[..Math.Min(user.Length, AuditEntry.LongestName)]);

    public static AuditActor Person(PersonId id) => new(AuditActorKind.Person, id.Value);
}

/// <summary>Stored as number: never changed.</summary>
public enum AuditActorKind
{
    System = 0,
    Staff = 1,
    Person = 2,
    Operator = 3,
}
