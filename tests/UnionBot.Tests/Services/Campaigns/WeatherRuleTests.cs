using UnionBot.Chat.Understanding;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;
using UnionBot.Services.Campaigns.Weather;
using UnionBot.Tests.Core.Calendar;

namespace UnionBot.Tests.Services.Campaigns;

/// <summary>What the law says of hot days, by region.</summary>
public sealed class WeatherRuleTests
{
    private static readonly DataFolder Folder = new(Tree.Templates);
    private static readonly RegionBook Regions = RegionBook.Load(Folder);
    private static readonly WeatherRules Rules = WeatherRules.Load(Folder, Regions, CalendarUnderTest.Rules);

    [Theory]
    [InlineData(34.9, null)]
    [InlineData(35.0, "日最高≥35℃")]
    [InlineData(36.9, "日最高≥35℃")]
    [InlineData(37.0, "日最高≥37℃")]
    [InlineData(39.9, "日最高≥37℃")]
    [InlineData(40.0, "日最高≥40℃")]
    public void A_day_calls_for_what_the_highest_limit_says_that_it_meets(double highest, string? limit) =>
        Assert.Equal(limit, Rules.For(Regions.ByCode("370102")!, (decimal)highest, lowest: null, Regions)?.Limit);

    [Fact]
    public void A_province_has_a_rule_of_its_own_that_is_stricter_than_that_of_the_country()
    {
        var shandong = Rules.For(Regions.ByCode("370102")!, 38, lowest: null, Regions)!;
        var elsewhere = Rules.For(new RegionName("110101", "东城区", RegionLevel.County, ParentCode: null), 38, lowest: null, Regions)!;

        Assert.Contains("5 小时，11 点到 16 点", shandong.Text, StringComparison.Ordinal);
        Assert.Contains("山东省高温天气劳动保护办法", shandong.Source, StringComparison.Ordinal);
        Assert.Contains("6 小时，最热的 3 小时", elsewhere.Text, StringComparison.Ordinal);
        Assert.Contains("防暑降温措施管理办法", elsewhere.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forecast_without_a_maximum_calls_for_nothing() =>
        Assert.Null(Rules.For(Regions.ByCode("370102")!, highest: null, lowest: 28, Regions));

    [Fact]
    public void Who_works_outdoors_is_named_as_staff_tag_members()
    {
        var words = BroadcastWords.Load(Folder);

        Assert.NotEmpty(Rules.Outdoor);
        Assert.All(Rules.Outdoor, tag => Assert.Contains(tag, words.WorkerTypes));
        Assert.Equal(words.TestAccount, Rules.TestAccount);
    }

    [Theory]
    [InlineData("rules:\n  - {region: all, source: x, levels: [{when: 入伏, text: x}]}\noutdoor: [快递员]\ntest-account: 测试账号", 2)]
    [InlineData("rules:\n  - {region: \"999999\", source: x, levels: [{when: 日最高≥35℃, text: x}]}\noutdoor: [快递员]\ntest-account: 测试账号", 2)]
    [InlineData("rules:\n  - {region: \"370000\", source: x, levels: [{when: 日最高≥35℃, text: x}]}\noutdoor: [快递员]\ntest-account: 测试账号", 2)]
    public void A_wrong_file_is_refused_with_its_line(string yaml, int line)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(folder, "weather"));
        File.WriteAllText(Path.Combine(folder, "weather", "rules.yaml"), yaml);

        Assert.Equal(line, Assert.Throws<BrokenFileException>(() => WeatherRules.Load(new DataFolder(folder), Regions, CalendarUnderTest.Rules)).Line);
    }
}
