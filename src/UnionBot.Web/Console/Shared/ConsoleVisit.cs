using UnionBot.Core.People;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Console.Shared;

/// <summary>Who sits before the page; one a request.</summary>
internal sealed class ConsoleVisit
{
    /// <summary>Null while nobody is signed in.</summary>
    public Visitor? Visitor { get; set; }

    /// <summary>For pages that nobody reaches without being signed in.</summary>
    public Visitor Known => Visitor ?? throw new InvalidOperationException("Nobody is signed in.");
}

/// <param name="Name">Their name on the list of staff, in clear; never logged.</param>
/// <param name="WholeRoles">Those of their roles that are for the whole union.</param>
/// <param name="Token">Of their session, as their cookie holds it.</param>
internal sealed record Visitor(
    long Staff,
    string User,
    string Name,
    IReadOnlyList<RoleKind> Roles,
    IReadOnlyList<RoleKind> WholeRoles,
    NextStep Next,
    SignInSession Session,
    string Token)
{
    /// <summary>The number of the lawyer they are; null for everybody else.</summary>
    public long? Lawyer { get; init; }

    public bool IsAny(IEnumerable<RoleKind> roles) => roles.Any(Roles.Contains);
}

/// <summary>What somebody must do before anything else.</summary>
internal enum NextStep
{
    Nothing,
    TypeCode,
    ChangePassword,
    SetSecondFactor,
}
