namespace UnionBot.Services.Vacancies.Searching;

/// <summary>Finds vacancies for a dialog.</summary>
public interface IVacancySearch
{
    /// <param name="seen">Vacancies that were shown before and are left out.</param>
    /// <param name="at">When the worker asked; UTC.</param>
    Task<VacancyPage> SearchAsync(VacancyWish wish, IReadOnlyList<long> seen, DateTimeOffset at, CancellationToken ct);

    /// <returns>Null when it is no longer to be had.</returns>
    Task<VacancyDetail?> OpenAsync(long vacancy, DateTimeOffset at, CancellationToken ct);

    /// <summary>Up to two of the same trade, those of the same district first.</summary>
    /// <param name="vacancy">One that is no longer to be had.</param>
    Task<IReadOnlyList<VacancyCard>> SimilarAsync(long vacancy, DateTimeOffset at, CancellationToken ct);
}
