using UnionBot.Chat.Calendar;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Deadlines;

/// <summary>Reckons which limits run for somebody, by the days they named.</summary>
public sealed class DeadlineHelper(LimitBook limits, HolidaySchedule holidays)
{
    /// <summary>Pay for work: while somebody is still employed no limit runs for it.</summary>
    private static readonly string[] Pay = ["wage_arrears", "wage", "overtime_pay"];

    /// <summary>The limits that the worker has to keep, the nearest first; each matter once.</summary>
    public IReadOnlyList<Deadline> Find(IReadOnlyList<string> topics, IReadOnlyList<ToldEvent> events, bool? isEmployed)
    {
        var found =
            from told in events
            from rule in limits.Rules
            where rule.Whose is LimitOwner.Worker && rule.From == told.Event && rule.CountsFor(topics)
            where !IsUnlimited(topics, isEmployed) || rule.From is not (LimitEvent.Knew or LimitEvent.Violation)
            let last = LimitCounting.LastDay(told.On.First, rule.Length, holidays)
            orderby last.Day
            select new Deadline(rule, told.On.First, last.Day, last.IsMoved);
        return [.. found.DistinctBy(d => d.Rule.Matter)];
    }

    /// <summary>Whether no limit runs: unpaid wages of somebody who still works there (劳动争议调解仲裁法 §27).</summary>
    public static bool IsUnlimited(IReadOnlyList<string> topics, bool? isEmployed) =>
        isEmployed is true && topics.Count > 0 && topics.All(Pay.Contains);

    /// <summary>Whether it is about pay, of which the limit depends on whether somebody still works there.</summary>
    public static bool IsPay(IReadOnlyList<string> topics) => topics.Count > 0 && topics.All(Pay.Contains);
}
