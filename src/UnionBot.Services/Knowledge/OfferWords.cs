using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Services.Knowledge;

/// <summary>What people are asked to type behind an answer, from <c>knowledge/offers.yaml</c>.</summary>
/// <param name="Lawyer">Asks for a lawyer.</param>
/// <param name="Help">Asks for a member of staff.</param>
/// <param name="None">Says that no guess was meant.</param>
public sealed record OfferWords(string Lawyer, string Help, string None)
{
    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static OfferWords Load(DataFolder folder)
    {
        var words = DataFile.Read(Path.Combine(folder.Path, "knowledge", "offers.yaml")).Sections("lawyer", "help", "none");
        return new OfferWords(words[0].Text(), words[1].Text(), words[2].Text());
    }

    public string For(KnowledgeEntry entry) => entry.Topic.IsLegal ? Lawyer : Help;
}
