namespace UnionBot.Chat.Understanding.Knowledge;

/// <summary>One answer of the knowledge base, with all ways of asking for it: a file <c>knowledge/{id}.md</c>.</summary>
/// <param name="Answer">At most <see cref="LongestAnswer"/> characters.</param>
public sealed record KnowledgeEntry(string Id, string Title, KnowledgeTopic Topic, IReadOnlyList<string> Questions, string Answer)
{
    public const int LongestAnswer = 300;

    /// <summary>Of a short form, in characters.</summary>
    public const int LongestShort = 90;

    /// <summary>The point in one sentence of plain words; the answer's first sentence where the file has none of its own.</summary>
    public string InShort => OwnShort ?? Sentences.FirstOf(Answer);

    /// <summary>The file's own short form, field <c>short</c>; null when it has none.</summary>
    public string? OwnShort { get; init; }

    /// <summary>Where the answer is taken from: laws with their articles, notices, reports.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Where it applies, in words: 全国, 山东.</summary>
    public required string AppliesTo { get; init; }

    /// <summary>The day a person compared it with its sources; null until somebody has.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>The last day on which it is served; null for no end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The wishes that it answers until their own service is there.</summary>
    public IReadOnlyList<Intent> Serves { get; init; } = [];

    /// <summary>Whether it names invented places or days, to be seen in the demo only.</summary>
    public bool IsDemo { get; init; }

    public bool IsValidOn(DateOnly day) => ValidUntil is not { } last || day <= last;
}
