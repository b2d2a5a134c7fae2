namespace UnionBot.Chat.Understanding;

/// <summary>What a person wants with a message. Where the borders run is told by the example sentences of each.</summary>
public enum Intent
{
    Greet,
    Help,
    BindMember,
    MyMembership,
    JoinUnion,
    TransferUnion,
    FindVacancy,
    SubscribeVacancies,
    UnsubscribeVacancies,
    ApplyVacancy,
    BookLegalAid,
    RescheduleLegalAid,
    CancelLegalAid,
    MyBookings,
    LegalQuestion,
    ReportHazard,
    NearbyPlace,
    MemberCardDiscounts,
    MutualAidClaim,
    HardshipAid,
    StudentAid,
    CampaignInfo,
    ActivitySignup,

    /// <summary>Wants a person. Also every sign of self-harm or violence.</summary>
    HumanAgent,
    Complaint,
    PrivacyDelete,
    PrivacyExport,
    Hotline,
    UnsubscribeNotices,
    Yes,
    No,
    Back,
    Cancel,
    Smalltalk,

    /// <summary>Nothing that the union can do, or nothing that can be made out.</summary>
    Unknown,
}
