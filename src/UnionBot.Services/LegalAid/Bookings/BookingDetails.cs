using UnionBot.Core.People;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>What is booked for whom, once somebody has decided.</summary>
public sealed record BookingDetails
{
    /// <summary>Code of the topic, such as <c>wage_arrears</c>.</summary>
    public required string Topic { get; init; }

    public required ToldDetails Told { get; init; }

    /// <summary>Whom it is about, six digits; null when it was not said.</summary>
    public string? RegionCode { get; init; }

    /// <summary>How many people it is about.</summary>
    public int People { get; init; } = 1;

    /// <summary>Booked for somebody else.</summary>
    public bool ForOther { get; init; }

    /// <summary>A limit ends soon.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The number to be called, or to be reached by; null when none was given.</summary>
    public MobileNumber? Phone { get; init; }

    /// <summary>Names the text that was agreed to: <c>legal-aid/2026-11</c>.</summary>
    public required string ConsentVersion { get; init; }
}

/// <summary>What was told, for the assigned lawyer and legal supervisors only. Kept as one encrypted value.</summary>
public sealed record ToldDetails
{
    /// <summary>In the worker's words.</summary>
    public string? Summary { get; init; }

    public string? Employer { get; init; }

    /// <summary>Who consults.</summary>
    public string? Name { get; init; }

    /// <summary>Whom they are to whoever booked: 母亲, 工友.</summary>
    public string? Relation { get; init; }

    /// <summary>The number in full; set from <see cref="BookingDetails.Phone"/>.</summary>
    public string? Phone { get; init; }

    /// <summary>Answers to the questions of the intake by their names in kebab case: <c>amount</c>, <c>happened-on</c>, <c>papers</c>.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Photos and voices that were sent, by their number.</summary>
    public IReadOnlyList<long> Files { get; init; } = [];
}
