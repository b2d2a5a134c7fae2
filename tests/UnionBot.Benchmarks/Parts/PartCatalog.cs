namespace UnionBot.Benchmarks.Parts;

/// <summary>All parts, in the order in which they are run.</summary>
internal static class PartCatalog
{
    public const string Everything = "all";

    public static IReadOnlyList<IPart> All { get; } =
    [
        new ProtocolPart(),
        new QuestionPart(),
        new TalkPart(),
        new UnbatchedPart(),
        new SteadyPart(),
        new FloodPart(),
        new VacanciesPart(),
        new MatchingPart(),
        new SlotsPart(),
        new PhotosPart(),
        new AssignPart(),
        new DispatchPart(),
        new BroadcastPart(),
        new StartPart(),
        new MemoryPart(),
    ];
}
