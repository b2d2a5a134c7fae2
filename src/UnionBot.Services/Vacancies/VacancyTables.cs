using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies;

internal static class VacancyTables
{
    extension(UnionDb db)
    {
        public DbSet<Employer> Employers => db.Set<Employer>();

        public DbSet<Vacancy> Vacancies => db.Set<Vacancy>();
    }
}
