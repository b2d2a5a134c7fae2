namespace UnionBot.Core.People;

/// <summary>One member as a file names them; null is what the file does not say.</summary>
/// <param name="Number">The row in the file.</param>
internal sealed record RosterRow(
    int Number,
    long OrganisationId,
    string Name,
    MobileNumber? Phone,
    IdNumber? IdNumber,
    string? MemberNo,
    DateOnly? JoinedOn,
    MemberStatus? Status);
