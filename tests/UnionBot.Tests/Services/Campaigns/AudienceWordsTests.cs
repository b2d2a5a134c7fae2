using UnionBot.Chat.Understanding;
using UnionBot.Services.Campaigns.Definitions;
using UnionBot.Services.Campaigns.Households;
using UnionBot.Services.Campaigns.Sites;
using UnionBot.Services.Campaigns.Targets;

namespace UnionBot.Tests.Services.Campaigns;

public sealed class AudienceWordsTests
{
    private static readonly DataFolder Folder = new(Path.Combine(Tree.Root, "templates"));

    private static readonly AudienceWords Words = AudienceWords.Load(Folder);

    [Fact]
    public void Everything_that_staff_write_of_an_audience_is_read()
    {
        var (rule, unread) = Words.Read("在册 且 (深度困难 或 相对困难) 且 历下、市中 且 近 12 个月未获 ≥500 元", name => name == "历下" ? "370102" : "370103");

        Assert.Null(unread);
        Assert.Equal([HardshipClass.Deep, HardshipClass.Relative], rule.Classes);
        Assert.Equal(["370102", "370103"], rule.Regions);
        Assert.Equal(new HelpedBefore(12, 500_00), rule.Before);
    }

    [Theory]
    [InlineData("近一年没领过", 12, 1)]
    [InlineData("近两年未获得慰问", 24, 1)]
    [InlineData("近6个月没有领过300元以上的", 6, 300_00)]
    public void Help_before_is_read_in_several_ways(string words, int months, long fen) =>
        Assert.Equal(new HelpedBefore(months, fen), Words.Read(words, _ => null).Rule.Before);

    [Fact]
    public void Labels_and_sites_add_up()
    {
        var rule = Words.Read("劳模、工伤 且 工地/环卫", _ => null).Rule;

        Assert.Equal(VisitLabels.ModelWorker | VisitLabels.Injured, rule.Labels);
        Assert.Equal([WorkSiteKind.Construction, WorkSiteKind.Sanitation], rule.Sites);
    }

    [Theory]
    [InlineData("在册 且 老板", "老板")]
    [InlineData("近零个月未获", "近零个月未获")]
    [InlineData("劳模 且 天上", "天上")]
    public void What_says_nothing_is_given_back(string words, string unread) => Assert.Equal(unread, Words.Read(words, _ => null).Unread);

    [Fact]
    public void Every_kind_of_campaign_is_read_and_its_last_stage_closes_the_books()
    {
        var book = CampaignBook.Load(Folder, Words);

        Assert.Equal(["all-year", "summer", "winter"], book.Kinds.Select(k => k.Id));
        Assert.All(book.Kinds, kind => Assert.Equal("SumsAgree", kind.Stages[^1].Gate.ToString()));
        Assert.Equal(VisitedKind.Sites, book.Find("summer")!.Visits);
    }

    [Theory]
    [InlineData("until: 正月十五", "until: 正月十五\nsender: x", "'sender' is not known here")]
    [InlineData("gate: all-done", "gate: all-right", "'all-right' is not known here")]
    [InlineData("from: 开始前30天", "from: 下周", "Expected a day like")]
    [InlineData("count: 1}", "count: 0}", "Expected a number from 1")]
    [InlineData("audience: 在档 且 困难职工", "audience: 在档 且 有缘人", "says nothing about who is meant")]
    public void A_wrong_file_is_refused_with_line_and_reason(string good, string bad, string reason)
    {
        var folder = Directory.CreateTempSubdirectory("campaigns");
        try
        {
            var text = File.ReadAllText(Path.Combine(Folder.Path, "campaigns", "winter.yaml"));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "campaigns"));
            var at = text.IndexOf(good, StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder.FullName, "campaigns", "winter.yaml"), text.Remove(at, good.Length).Insert(at, bad));

            var broken = Assert.Throws<BrokenFileException>(() => CampaignBook.Load(new DataFolder(folder.FullName), Words));
            Assert.Contains(reason, broken.Message, StringComparison.Ordinal);
            Assert.Contains("winter.yaml", broken.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
