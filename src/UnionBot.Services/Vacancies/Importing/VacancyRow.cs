using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Importing;

/// <summary>One vacancy as a row of a file names it.</summary>
/// <param name="Number">The row in the file.</param>
/// <param name="Source">Null when the file does not say where it is from.</param>
/// <param name="Text">Everything that the row says, for the checks.</param>
internal sealed record VacancyRow(
    int Number, string Employer, string? EmployerCode, VacancyFacts Facts, string? Contact, ContactPhone Phone, string? Source, string Text);
