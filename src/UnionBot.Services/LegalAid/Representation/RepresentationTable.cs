using UnionBot.Chat.Understanding;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Representation;

/// <summary>
/// When a lawyer of the union acts for somebody (代理), and what papers that takes: 工会法律援助办法 §10 and §12, from
/// <c>templates/legal-aid/representation.yaml</c>. What the union decides is never promised.
/// </summary>
public sealed class RepresentationTable
{
    private readonly IReadOnlyList<string> _withoutHardship;
    private readonly IReadOnlyList<string> _papers;
    private readonly string _hardshipPaper;

    private RepresentationTable(IReadOnlyList<string> withoutHardship, IReadOnlyList<string> papers, string hardshipPaper) =>
        (_withoutHardship, _papers, _hardshipPaper) = (withoutHardship, papers, hardshipPaper);

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static RepresentationTable Load(DataFolder folder)
    {
        var fields = DataFile.Read(Path.Combine(folder.Path, "legal-aid", "representation.yaml")).Sections("source", "without-hardship", "papers", "hardship-paper");
        fields[0].Text();
        return new RepresentationTable([.. fields[1].Items().Select(i => i.Text())], [.. fields[2].Items().Select(i => i.Text())], fields[3].Text());
    }

    /// <summary>Wages of migrant workers and work injuries are helped without looking at hardship (§10); everything else by hardship or clear evidence.</summary>
    public RepresentationDecision Decide(IntakeFacts facts)
    {
        var asksHardship = !facts.Topics.Any(_withoutHardship.Contains);
        var hasEvidence = facts.Evidence is not (Evidence.None or Evidence.Nothing);
        return new RepresentationDecision(asksHardship, hasEvidence, asksHardship && !hasEvidence ? [.. _papers, _hardshipPaper] : _papers);
    }
}

/// <param name="AsksHardship">Hardship, or clear evidence that a right was badly violated, is looked at.</param>
/// <param name="HasEvidence">The person named evidence.</param>
/// <param name="Papers">What is handed in; the application may be made by word of mouth, too.</param>
public sealed record RepresentationDecision(bool AsksHardship, bool HasEvidence, IReadOnlyList<string> Papers);
