using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Schedule.Importing;

/// <summary>What lists say that a lawyer knows best, in the words of <c>templates/imports/lawyers.yaml</c>.</summary>
internal enum LawyerSkill
{
    WageArrears,
    Wage,
    OvertimePay,
    WorkInjury,
    LaborContract,
    SocialInsurance,
    Termination,
    FemaleWorkers,
    OccupationalDisease,
    Dispatch,
    NonCompete,
    Leave,
    Heat,
    NewForms,
    Arbitration,
    Retirement,
    Other,
}

internal static class LawyerSkills
{
    /// <summary>The code of the topic: <c>wage_arrears</c>.</summary>
    public static string CodeOf(LawyerSkill skill) => SnakeCase.Of(skill.ToString());
}
