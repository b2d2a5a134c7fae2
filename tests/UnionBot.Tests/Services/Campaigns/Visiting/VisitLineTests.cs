namespace UnionBot.Tests.Services.Campaigns.Visiting;

/// <summary>Sentences of visitors in many voices, each read as it was decided by hand.</summary>
public sealed class VisitLineTests
{
    private static readonly Dictionary<string, VisitLine> Lines = VisitLine.All.ToDictionary(line => line.ToString());

    public static TheoryData<string> Names => [.. Lines.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sentence_is_read_as_it_is_meant(string name)
    {
        var line = Lines[name];

        Assert.Equal(line.Meaning, VisitKits.Read(line.Text, VisitKits.Named(line.Kit)));
    }
}
