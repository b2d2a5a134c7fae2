namespace UnionBot.Services.Vacancies.Posts;

/// <summary>The longest texts of a vacancy, in characters.</summary>
internal static class VacancyLimits
{
    public const int Title = 30;

    public const int Line = 100;

    public const int Duties = 1000;

    public const int Source = 30;
}
