namespace UnionBot.Services.Vacancies.Searching;

/// <summary>What a search gives way in, one after the other, while it finds too little. Kept by name.</summary>
[Flags]
public enum Relaxation
{
    None = 0,

    /// <summary>From the road or quarter to its district.</summary>
    Quarter = 1 << 0,

    /// <summary>To neighbouring districts, or to ten kilometres.</summary>
    Place = 1 << 1,

    /// <summary>To the whole city.</summary>
    City = 1 << 2,

    /// <summary>Ten per cent less pay, and no upper end.</summary>
    Pay = 1 << 3,

    /// <summary>Where a vacancy does not say whether it offers what is wanted.</summary>
    Extras = 1 << 4,

    /// <summary>Neighbouring trades.</summary>
    Trade = 1 << 5,
}
