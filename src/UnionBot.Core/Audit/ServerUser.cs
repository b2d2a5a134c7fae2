namespace UnionBot.Core.Audit;

/// <summary>Who works on the server itself: the user of the operating system, as the audit names them.</summary>
public static class ServerUser
{
    /// <summary>Whoever became root by sudo is named with their own account, too.</summary>
    public static AuditActor Actor { get; } = AuditActor.Operator(
        Environment.GetEnvironmentVariable("SUDO_USER") is { Length: > 0 } person
            ? $"{Environment.UserName} (sudo: {person})"
            : Environment.UserName);
}
