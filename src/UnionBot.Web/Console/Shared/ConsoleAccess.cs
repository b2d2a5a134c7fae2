using UnionBot.Core.People;

namespace UnionBot.Web.Console.Shared;

/// <summary>Who may open an address of the console. Each address says so; one that does not is closed to all.</summary>
internal sealed record ConsoleAccess(ConsoleDoor Door, IReadOnlyList<RoleKind> Roles)
{
    /// <summary>Whether the role must be for the whole union: what is shown or changed there belongs to no part of the tree.</summary>
    public bool IsForWhole { get; private init; }

    /// <summary>Whether a lawyer of the union is let in, too, without a role: what they see there is theirs alone.</summary>
    public bool IsForLawyers { get; private init; }

    public static ConsoleAccess Anyone { get; } = new(ConsoleDoor.Anyone, []);

    public static ConsoleAccess CodeAwaited { get; } = new(ConsoleDoor.CodeAwaited, []);

    public static ConsoleAccess SignedIn { get; } = new(ConsoleDoor.SignedIn, []);

    public static ConsoleAccess For(params RoleKind[] roles) => new(ConsoleDoor.Role, roles);

    public static ConsoleAccess ForWhole(params RoleKind[] roles) => For(roles) with { IsForWhole = true };

    public ConsoleAccess AndLawyers() => this with { IsForLawyers = true };

    /// <summary>Whether somebody is let in; asked only behind a door of roles.</summary>
    public bool Admits(Visitor visitor) => (IsForLawyers && visitor.Lawyer is not null) || Roles.Any((IsForWhole ? visitor.WholeRoles : visitor.Roles).Contains);
}

/// <summary>How far somebody must have come.</summary>
internal enum ConsoleDoor
{
    Anyone,

    /// <summary>The password was right, the code of the second factor is still awaited.</summary>
    CodeAwaited,

    /// <summary>Signed in, whatever the account still lacks.</summary>
    SignedIn,

    /// <summary>Signed in, nothing lacking, and in one of the roles.</summary>
    Role,
}
