namespace UnionBot.Services.Campaigns.Visiting.Facts;

/// <summary>What visitors say of the visit itself: the lists under <c>cues</c> of <c>visits.yaml</c>, by their names.</summary>
internal enum VisitCue
{
    Arrived,
    BeforeArrived,
    NotArrived,
    Signed,
    NotSigned,
    NotSigning,
    Took,
    TookFor,
    HandedTo,
    Late,
    VisitedThen,
    Again,
    Previous,
    Amend,
    NotAmend,
    TakeBack,
    NoPublicity,
    Denial,
    Because,
}
