using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Contacts;

/// <summary>A worker's wish that an officer (就业联络员) gets in touch, about a vacancy or to look for one together.</summary>
public sealed class VacancyCall
{
    /// <summary>So soon an officer gets in touch.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromHours(24);

    /// <summary>The kind of the cases of such wishes.</summary>
    public const string CaseKind = "handover/vacancy-contact";

    private VacancyCall() { }

    /// <param name="vacancy">Null when the officer is to help with the search.</param>
    /// <param name="phone">Sealed; null when the phone that was confirmed will do, or the worker would rather write.</param>
    public VacancyCall(Guid id, PersonId person, long? vacancy, byte[]? phone, CallWay way, DateTimeOffset at) =>
        (Id, PersonId, VacancyId, Phone, Way, AskedAt) = (id, person, vacancy, phone, way, at);

    public Guid Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public long? VacancyId { get; private set; }

    /// <summary>The number the worker gave for this, encrypted; null unless <see cref="CallWay.GivenPhone"/>.</summary>
    public byte[]? Phone { get; private set; }

    public CallWay Way { get; private set; }

    /// <summary>The first day on which the worker can start, in China; null when they did not say it.</summary>
    public DateOnly? StartsOn { get; init; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The subject of the case of a call about this vacancy; null for a call about work in general.</summary>
    public static string? SubjectOf(long? vacancy) => vacancy is { } id ? string.Create(CultureInfo.InvariantCulture, $"vacancy/{id}") : null;

    /// <summary>The worker wants to be reached otherwise.</summary>
    /// <param name="phone">As for the constructor.</param>
    public void ReachBy(CallWay way, byte[]? phone) => (Way, Phone) = (way, phone);

    internal sealed class Configuration : IEntityTypeConfiguration<VacancyCall>
    {
        public void Configure(EntityTypeBuilder<VacancyCall> builder)
        {
            builder.ToTable("vacancy_call");
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.Way).HasConversion<short>();
            builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Vacancy>().WithMany().HasForeignKey(c => c.VacancyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(c => new { c.PersonId, c.VacancyId, c.AskedAt });
            builder.HasIndex(c => c.AskedAt);
        }
    }
}

/// <summary>How an officer reaches a worker. Stored as number: never changed.</summary>
public enum CallWay
{
    /// <summary>By a number given for this.</summary>
    GivenPhone = 0,

    /// <summary>By the number that was confirmed before.</summary>
    ConfirmedPhone = 1,

    /// <summary>In this chat.</summary>
    Chat = 2,
}
