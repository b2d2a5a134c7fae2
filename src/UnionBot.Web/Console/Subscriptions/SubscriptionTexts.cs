using UnionBot.Services.Vacancies.Subscriptions;

namespace UnionBot.Web.Console.Subscriptions;

/// <summary>What the stored states of rules mean, for staff.</summary>
internal static class SubscriptionTexts
{
    public static string Of(RuleState state) => state switch
    {
        RuleState.Active => "在发",
        RuleState.Paused => "先不发",
        RuleState.Ended => "停了",
        RuleState.Found => "找到工作了",
        RuleState.Resting => "歇着：取消过关注或退订了招聘推送，等本人回话",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>In a list, where no rule is opened.</summary>
    public static string OfOwner(int owner) => owner == VacancyRule.OfWorker ? "自己" : "家里人";

    /// <param name="who">As the worker called them; null for the worker.</param>
    public static string OfSeeker(string? who) => who ?? "自己";
}
