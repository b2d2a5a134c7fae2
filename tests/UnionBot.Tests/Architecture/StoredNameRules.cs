using UnionBot.Chat.Dialogs;
using UnionBot.Tests.Architecture.Planted;

namespace UnionBot.Tests.Architecture;

/// <summary>
/// A stored name never changes silently: rows of last week still carry the old one. Each stands in stored-names.txt; to
/// change one is to write a migration first.
/// </summary>
public sealed class StoredNameRules
{
    private static readonly string Approved = Path.Combine(Tree.Root, "tests", "UnionBot.Tests", "Architecture", "stored-names.txt");

    [Fact]
    public void Every_stored_name_is_the_approved_one()
    {
        var approved = File.ReadAllLines(Approved).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        var names = StoredNames.In(Product.All).ToArray();

        Rule.IsKept(approved.Except(names).Select(name => $"gone or renamed, while rows may still carry it: {name}"));
        Rule.IsKept(names.Except(approved).Select(name => $"new, add this line to stored-names.txt: {name}"));
    }

    [Fact]
    public void The_collector_sees_planted_names()
    {
        var planted = StoredNames.In([typeof(StoredNameRules).Assembly]).ToArray();

        Assert.Subset(planted.ToHashSet(), new HashSet<string>
        {
            "dialog toys/book", "step toys/book name", "step toys/book slot", "job planted/job", "occasion planted/occasion/{}", "case handover/planted",
        });
    }

    [Fact]
    public void Every_message_is_drafted_for_an_occasion_that_the_collector_sees() =>
        Rule.IsKept(StoredNames.UnseenDrafters(Product.All));

    [Fact]
    public void The_rule_catches_a_planted_drafter() =>
        Assert.Contains(typeof(PlantedDrafter).FullName, StoredNames.UnseenDrafters([typeof(StoredNameRules).Assembly]));

    [Fact]
    public void A_name_begins_with_its_service() => Assert.All(
        Product.Services.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IDialog))),
        type =>
        {
            var dialog = (IDialog)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            Assert.Matches("^[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*$", dialog.Name);
        });
}
