using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership.Retention;

/// <summary>Asks everything that keeps personal data whether somebody may be erased.</summary>
public sealed class DataHolds(IEnumerable<IPersonalData> parts)
{
    /// <returns>Stored name of the first reason against it, such as <c>case/open</c>; null when there is none.</returns>
    public async Task<string?> FindAsync(PersonId person, CancellationToken ct)
    {
        foreach (var part in parts)
        {
            if (await part.HoldAsync(person, ct) is { } hold) return hold;
        }

        return null;
    }
}
