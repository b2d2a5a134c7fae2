namespace UnionBot.Services.Vacancies.Importing;

/// <summary>
/// What can be wrong with a row of vacancies. Worded by <c>templates/imports/vacancies.yaml</c>, under the same name in
/// kebab case.
/// </summary>
internal enum VacancyProblem
{
    Phone,
    Region,
    RegionAmbiguous,
    Pay,
    Number,
    HeadCount,
    Age,
    Coordinate,
    HalfPlace,
    Code,
    PayBounds,
}
