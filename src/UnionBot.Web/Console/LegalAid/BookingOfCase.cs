using UnionBot.Core.Cases;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>From a case to the booking it is about, for who sees bookings of that part of the tree; legal supervisors read on from there.</summary>
internal sealed class BookingOfCase(LegalAidReach reach, BookingFiles files)
{
    private const string Front = "booking/";

    /// <returns>Null when it is about none, or about one that whoever is signed in does not see.</returns>
    public async Task<Guid?> FindAsync(Case about, CancellationToken ct) => about.Subject is { } subject && subject.StartsWith(Front, StringComparison.Ordinal)
        ? await files.FindAsync(subject[Front.Length..], await reach.OfAsync(LegalAidEndpoints.Consultants, ct), ct)
        : null;
}
