using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>That a worker was shown a vacancy, in a digest or before they asked for digests, and what they said to it.</summary>
public sealed class SentVacancy
{
    private SentVacancy() { }

    public PersonId PersonId { get; private set; }

    public long VacancyId { get; private set; }

    /// <summary>The rule it fits; null when it was shown in a talk.</summary>
    public Guid? RuleId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null while nothing was said.</summary>
    public DigestAnswer? Answer { get; private set; }

    public void Answered(DigestAnswer answer) => Answer = answer;

    internal sealed class Configuration : IEntityTypeConfiguration<SentVacancy>
    {
        public void Configure(EntityTypeBuilder<SentVacancy> builder)
        {
            builder.ToTable("vacancy_sent");
            builder.HasKey(s => new { s.PersonId, s.VacancyId });
            builder.Property(s => s.Answer).HasConversion<short?>();
            builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Vacancy>().WithMany().HasForeignKey(s => s.VacancyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(s => s.At);
        }
    }
}

/// <summary>What a worker says to a vacancy of a digest, in the order in which it is offered. Stored as number: never changed.</summary>
public enum DigestAnswer : short
{
    /// <summary>想去.</summary>
    Wanted = 0,

    /// <summary>太远.</summary>
    TooFar = 1,

    /// <summary>钱少.</summary>
    TooLittle = 2,

    /// <summary>时间不合适.</summary>
    WrongHours = 3,

    /// <summary>已找到.</summary>
    Found = 4,

    /// <summary>不靠谱.</summary>
    Doubtful = 5,
}
