using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Campaigns.Weather;

/// <summary>To somebody who works outdoors, on a hot day.</summary>
/// <param name="Region">The district.</param>
/// <param name="Highest">Degrees Celsius.</param>
/// <param name="Rule">What the law says of such a day.</param>
public sealed record HeatNotice(string Region, string Highest, string Rule) : IReply, ISampled<HeatNotice>
{
    public static IReadOnlyList<HeatNotice> Samples => [new("历下区", "37.5", "今天室外露天作业不超过 5 小时，11 点到 16 点停工。")];
}

/// <summary>To those who may release it: hot days whose notice waits for somebody to do so.</summary>
public sealed record WeatherWaits(IReadOnlyList<WaitingDay> Days) : IReply, ISampled<WeatherWaits>
{
    public static IReadOnlyList<WeatherWaits> Samples =>
    [
        new([WaitingDay.Of(new DateOnly(2027, 7, 18), "日最高≥37℃", ["历下区", "市中区"]), WaitingDay.Of(new DateOnly(2027, 7, 19), "日最高≥40℃", [.. Enumerable.Repeat("市中区", 140)])]),
    ];
}

/// <param name="Limit">The limit that the forecast meets.</param>
/// <param name="Regions">The first few, with 、 between.</param>
/// <param name="Count">How many there are.</param>
public sealed record WaitingDay(DateOnly Day, string Limit, string Regions, int Count, bool IsMore)
{
    private const int MostNamed = 8;

    internal static WaitingDay Of(DateOnly day, string limit, IReadOnlyList<string> regions) =>
        new(day, limit, string.Join('、', regions.Take(MostNamed)), regions.Count, regions.Count > MostNamed);
}
