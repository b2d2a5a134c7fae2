using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Representation;

namespace UnionBot.Tests.Services.LegalAid;

/// <summary>The table of 工会法律援助办法 §10 and §12.</summary>
public sealed class RepresentationTests
{
    private static readonly RepresentationTable Table = RepresentationTable.Load(LegalAidWords.Folder);

    [Theory]
    [InlineData("wage_arrears", Evidence.None, false, 2)]
    [InlineData("work_injury", Evidence.None, false, 2)]
    [InlineData("wage_arrears", Evidence.Contract, false, 2)]
    [InlineData("termination", Evidence.None, true, 3)]
    [InlineData("termination", Evidence.Nothing, true, 3)]
    [InlineData("termination", Evidence.Papers, true, 2)]
    [InlineData("social_insurance", Evidence.PayRecords | Evidence.Contract, true, 2)]
    public void Hardship_is_looked_at_but_for_wages_and_injuries_and_proved_where_there_is_no_evidence(
        string topic, Evidence evidence, bool asksHardship, int papers)
    {
        var decision = Table.Decide(new IntakeFacts { Topics = [topic], Evidence = evidence });

        Assert.Equal((asksHardship, papers), (decision.AsksHardship, decision.Papers.Count));
        Assert.Contains("身份证", decision.Papers[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_matters_one_that_is_free_of_it_is_enough() =>
        Assert.False(Table.Decide(new IntakeFacts { Topics = ["termination", "wage_arrears"] }).AsksHardship);
}
