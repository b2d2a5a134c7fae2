using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Campaigns.Visiting.Facts;

/// <summary>A code with its title and the phrases by which it is told.</summary>
internal sealed record LabelledWords(VisitLabel Label, PhraseSet Words, IReadOnlyList<string> Plain)
{
    public static IReadOnlyList<LabelledWords> ReadAll(DataNode node) => [.. node.Entries().Select(e => Read(e.Key, e.Value))];

    private static LabelledWords Read(string code, DataNode node)
    {
        var parts = node.Sections("title", "words");
        return new LabelledWords(new VisitLabel(code, parts[0].Text()), PhraseSet.Read(parts[1]), [.. parts[1].Words().Select(w => w.Word)]);
    }
}

/// <summary>A need, with the wish that serves it.</summary>
internal sealed record NeedWords(VisitNeed Need, PhraseSet Words)
{
    public static IReadOnlyList<NeedWords> ReadAll(DataNode node) => [.. node.Entries().Select(e => Read(e.Key, e.Value))];

    private static NeedWords Read(string code, DataNode node)
    {
        var parts = node.Sections("title", "wish", "words");
        var wish = IntentNames.Find(parts[1].Text()) ?? throw parts[1].Broken($"'{parts[1].Text()}' is no wish.");
        return new NeedWords(new VisitNeed(code, parts[0].Text(), wish), PhraseSet.Read(parts[2]));
    }
}
