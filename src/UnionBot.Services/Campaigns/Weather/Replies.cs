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
