namespace UnionBot.Services.LegalAid.Intake;

/// <summary>What people say in a talk about a consultation. The words are in <c>legal-aid/words.yaml</c>, by these names in kebab case.</summary>
public enum IntakeCue
{
    Employed,
    Left,
    Arbitration,
    Suit,
    Inspection,
    Mediation,
    Police,
    OwnLawyer,
    Contract,
    PayRecords,
    Attendance,
    Messages,
    Papers,
    Medical,
    Nothing,
    Phone,
    Video,
    Onsite,

    /// <summary>想, 就行: what stands around a wish and adds nothing.</summary>
    Courtesy,
    Woman,
    Dialect,
    Sign,
    NewForms,

    /// <summary>我妈: somebody else.</summary>
    Others,

    /// <summary>帮我妈约.</summary>
    ForOther,
    Agrees,
    NotAgrees,
    Group,

    /// <summary>堵门: many people, and it may come to blows.</summary>
    Unrest,

    /// <summary>能赢吗.</summary>
    Win,
    Cost,
    Secret,

    /// <summary>打官司: a lawyer is to act for them.</summary>
    Represent,
    Foreign,

    /// <summary>打字: nothing can be heard or said.</summary>
    TextOnly,
    NotWantEmployer,
    Any,
    More,
    Wait,

    /// <summary>要候补: the time that became free is wanted.</summary>
    TakeFreed,

    /// <summary>不改: everything stays.</summary>
    Keep,
    StoryEnd,
    Lives,
    Works,
    NoPhone,
    EmployerEnd,
    Told,

    /// <summary>下班后.</summary>
    AfterWork,
}
