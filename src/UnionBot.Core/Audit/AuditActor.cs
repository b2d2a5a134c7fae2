using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Audit;

/// <summary>Who did something: a member of staff, a person in a chat, or the program itself.</summary>
/// <param name="Id">The staff's or person's id; null for the program.</param>
public readonly record struct AuditActor(AuditActorKind Kind, long? Id)
{
    /// <summary>A job, a start, or a command on the server whose user the program cannot know.</summary>
    public static AuditActor System { get; } = new(AuditActorKind.System, null);

    public static AuditActor Staff(long id) => new(AuditActorKind.Staff, id);

    public static AuditActor Person(PersonId id) => new(AuditActorKind.Person, id.Value);
}

/// <summary>Stored as number: never changed.</summary>
public enum AuditActorKind
{
    System = 0,
    Staff = 1,
    Person = 2,
}
