namespace UnionBot.Services.Vacancies.FollowUps;

/// <summary>Stored names of the cases of follow-ups: what the officer asks stands in the name.</summary>
internal static class CaseKinds
{
    public const string Third = "handover/vacancy-after-three-days";
    public const string Thirtieth = "handover/vacancy-after-a-month";
    public const string Ninetieth = "handover/vacancy-after-three-months";

    public static string Of(FollowUpDay day) => day switch
    {
        FollowUpDay.Third => Third,
        FollowUpDay.Thirtieth => Thirtieth,
        FollowUpDay.Ninetieth => Ninetieth,
        _ => throw new ArgumentOutOfRangeException(nameof(day), day, null),
    };
}
