using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Services.Vacancies.Posts;

internal sealed class VacancyConfiguration : IEntityTypeConfiguration<Vacancy>
{
    public void Configure(EntityTypeBuilder<Vacancy> builder)
    {
        builder.ToTable("vacancy");
        builder.Property(v => v.Id).UseIdentityByDefaultColumn();
        builder.Property(v => v.Title).HasMaxLength(VacancyLimits.Title);
        builder.Property(v => v.Trade).HasMaxLength(VacancyLimits.Title);
        builder.Property(v => v.Duties).HasMaxLength(VacancyLimits.Duties);
        builder.Property(v => v.Hours).HasMaxLength(VacancyLimits.Line);
        builder.Property(v => v.Benefits).HasMaxLength(VacancyLimits.Line);
        builder.Property(v => v.Demands).HasMaxLength(VacancyLimits.Line);
        builder.Property(v => v.Licence).HasMaxLength(VacancyLimits.Title);
        builder.Property(v => v.PayTerms).HasMaxLength(VacancyLimits.Line);
        builder.Property(v => v.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(v => v.Street).HasMaxLength(VacancyLimits.Title);
        builder.Property(v => v.Address).HasMaxLength(VacancyLimits.Line);
        builder.Property(v => v.PayUnit).HasConversion<short>();
        builder.Property(v => v.Education).HasConversion<short>();
        builder.Property(v => v.Gender).HasConversion<short>();
        builder.Property(v => v.State).HasConversion<short>();
        builder.Property(v => v.Reason).HasMaxLength(Vacancy.LongestReason);
        builder.Ignore(v => v.Facts);
        builder.HasOne<Employer>().WithMany().HasForeignKey(v => v.EmployerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Region>().WithMany().HasForeignKey(v => v.RegionCode).OnDelete(DeleteBehavior.Restrict);

        // The same vacancy in two lists is one.
        builder.HasIndex(v => new { v.EmployerId, v.Title, v.ContactPhoneHash }).IsUnique();
        builder.HasIndex(v => new { v.State, v.ValidUntil });

        // What workers are shown: found by words, or the newest or best paid of all.
        builder.HasIndex(v => v.Tokens).HasMethod("gin").HasFilter("state = 1");
        builder.HasIndex(v => new { v.VerifiedOn, v.Id }).IsDescending().HasFilter("state = 1");
        builder.HasIndex(v => v.PayMonthFen).HasFilter("state = 1");
    }
}
