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
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(RuleOwner owner) => owner is RuleOwner.Self ? "自己" : "家里人";
}
