namespace UnionBot.Services.Campaigns.Visiting.Things;

/// <summary>What a word does among things that were given: the lists of <c>things.yaml</c>, by their names.</summary>
internal enum ThingWord
{
    Gave,
    GaveAll,
    NotGave,
    Elsewhere,
    Lacking,
    SwappedFor,
    InsteadOf,
    Correct,
    Denied,
    Is,
    And,
    Filler,
    Each,
    All,
    Rest,
    Except,
    Vague,
    About,
    Yuan,
    Weight,
    AnyCounters,
    Counters,
    OtherCounters,
    Nothing,
}
