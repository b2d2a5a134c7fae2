using UnionBot.Services.LegalAid.Deadlines;

namespace UnionBot.Services.LegalAid.Intake;

/// <summary>Something that happened, and when.</summary>
public sealed record ToldEvent(LimitEvent Event, PastSpan On);
