namespace UnionBot.Services.Vacancies.Review;

/// <summary>A vacancy as somebody has seen it who is about to decide on it.</summary>
/// <param name="Version">Of its row: with another one the decision is refused. Null for who did not look.</param>
public readonly record struct SeenVacancy(long Number, string? Version = null)
{
    public static implicit operator SeenVacancy(long number) => new(number);

    public static SeenVacancy FromInt64(long number) => number;
}
