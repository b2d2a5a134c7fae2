using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Contacts;

/// <summary>不靠谱: what a worker says against a vacancy. One for each worker and vacancy.</summary>
public sealed class VacancyReport
{
    /// <summary>After so many within <see cref="Window"/> nobody is shown it until staff have looked at it.</summary>
    public const int Enough = 3;

    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private VacancyReport() { }

    public VacancyReport(PersonId person, long vacancy, ReportReason reason, DateTimeOffset at) =>
        (PersonId, VacancyId, Reason, At) = (person, vacancy, reason, at);

    public PersonId PersonId { get; private set; }

    public long VacancyId { get; private set; }

    public ReportReason Reason { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<VacancyReport>
    {
        public void Configure(EntityTypeBuilder<VacancyReport> builder)
        {
            builder.ToTable("vacancy_report");
            builder.HasKey(r => new { r.VacancyId, r.PersonId });
            builder.Property(r => r.Reason).HasConversion<short>();
            builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Vacancy>().WithMany().HasForeignKey(r => r.VacancyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored as number: never changed.</summary>
public enum ReportReason
{
    /// <summary>要交钱.</summary>
    Fee = 0,

    /// <summary>和说的不一样.</summary>
    NotAsSaid = 1,

    /// <summary>已经招满, 联系不上.</summary>
    Filled = 2,

    /// <summary>像骗子, or anything else.</summary>
    Fraud = 3,
}
