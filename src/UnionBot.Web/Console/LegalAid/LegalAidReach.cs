using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>Which part of legal aid whoever is signed in sees, and on which they work.</summary>
internal sealed class LegalAidReach(ConsoleVisit visit, StaffRights rights, LegalParts parts)
{
    /// <param name="access">Of the address that was opened.</param>
    public async Task<LegalPart> OfAsync(ConsoleAccess access, CancellationToken ct) => await parts.OfAsync(
        await rights.ScopeAsync(visit.Known.Staff, [.. access.Roles], ct), access.IsForLawyers ? visit.Known.Lawyer : null, ct);
}
