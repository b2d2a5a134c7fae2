namespace UnionBot.Services.Campaigns.Households;

/// <summary>困难类别 of a household's file. Stored as number: never changed.</summary>
public enum HardshipClass : short
{
    /// <summary>深度困难.</summary>
    Deep = 1,

    /// <summary>相对困难.</summary>
    Relative = 2,

    /// <summary>意外致困.</summary>
    Accident = 3,
}

/// <summary>As what somebody is visited; one person can be several, and is visited once. Stored as number: never changed.</summary>
[Flags]
public enum VisitLabels
{
    None = 0,

    /// <summary>困难职工.</summary>
    Hardship = 1 << 0,

    /// <summary>困难农民工.</summary>
    Migrant = 1 << 1,

    /// <summary>劳模先进.</summary>
    ModelWorker = 1 << 2,

    /// <summary>工伤职工及家属.</summary>
    Injured = 1 << 3,

    /// <summary>因公牺牲职工家属.</summary>
    Bereaved = 1 << 4,

    /// <summary>一线坚守岗位职工.</summary>
    OnDuty = 1 << 5,

    /// <summary>新就业形态劳动者.</summary>
    NewForms = 1 << 6,
}

/// <summary>Whether a household is still one to go to. Stored as number: never changed.</summary>
public enum HouseholdState : short
{
    Active = 0,

    /// <summary>脱困退出.</summary>
    Exited = 1,

    /// <summary>Left the city, or cannot be found.</summary>
    Moved = 2,

    /// <summary>Whoever it was about has died; those left are treated with the words for it.</summary>
    Bereaved = 3,
}
