using UnionBot.Web.Console.Outbox;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>Staff read in Chinese why something was said.</summary>
public sealed class OccasionTitleTests
{
    private const string Kind = "occasion ";

    [Fact]
    public void Every_kind_of_occasion_has_a_title() =>
        Assert.All(Occasions(), occasion => Assert.NotEqual(occasion, OutboxTexts.OfOccasion(occasion)));

    [Fact]
    public void A_kind_without_one_is_shown_as_it_is_stored() =>
        Assert.Equal("votes/reminder/1", OutboxTexts.OfOccasion("votes/reminder/1"));

    /// <summary>Those that the code draws up, which a rule keeps in one list; a 1 in place of what varies.</summary>
    private static string[] Occasions()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "UnionBot.sln"))) folder = folder.Parent!;

        string[] occasions =
        [
            .. File.ReadLines(Path.Combine(folder.FullName, "tests", "UnionBot.Tests", "Architecture", "stored-names.txt"))
                .Where(line => line.StartsWith(Kind, StringComparison.Ordinal))
                .Select(line => line[Kind.Length..].Replace("{}", "1", StringComparison.Ordinal)),
        ];
        Assert.Contains("case/1/answer/1", occasions);
        return occasions;
    }
}
