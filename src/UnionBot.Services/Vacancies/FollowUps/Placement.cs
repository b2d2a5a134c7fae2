using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.FollowUps;

/// <summary>
/// A worker who asked about a vacancy, or found work: on day 3, 30 and 90 it is asked how it goes. One at a time for each worker:
/// whoever asks about another vacancy is asked about that one.
/// </summary>
public sealed class Placement
{
    private Placement() { }

    /// <param name="vacancy">Null when it is not known which.</param>
    /// <param name="today">The day in China.</param>
    public Placement(Guid id, PersonId person, long? vacancy, DateOnly today)
    {
        (Id, PersonId) = (id, person);
        Begin(vacancy, isWorking: false, today);
    }

    public Guid Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public long? VacancyId { get; private set; }

    /// <summary>The day in China from which the others are counted.</summary>
    public DateOnly BeganOn { get; private set; }

    /// <summary>Whether the worker has said that they work there.</summary>
    public bool IsWorking { get; private set; }

    /// <summary>Whether they found it through the union; null while they have not said it.</summary>
    public bool? ThroughUnion { get; private set; }

    /// <summary>When it is asked next, in China; null when all has been asked.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>What was asked last; null before the first. It stays when it was answered.</summary>
    public FollowUpDay? Asked { get; private set; }

    /// <summary>Whether what was asked last waits for an answer.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>合同签了吗, 社保交了吗, 工资发了吗: null while it is not known.</summary>
    public bool? HasContract { get; private set; }

    public bool? IsInsured { get; private set; }

    public bool? IsPaid { get; private set; }

    /// <summary>When it came to nothing, or was left; null while it goes on. UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Another vacancy, or work was found: the days are counted anew.</summary>
    public void Begin(long? vacancy, bool isWorking, DateOnly today)
    {
        (VacancyId, IsWorking, BeganOn, Asked, IsOpen) = (vacancy, isWorking, today, null, false);
        (HasContract, IsInsured, IsPaid, ThroughUnion) = (null, null, null, null);
        DueOn = today.AddDays((int)FollowUpDay.Third);
    }

    /// <summary>It is asked what is due. Of several days that passed meanwhile only the last one counts.</summary>
    /// <param name="today">The day in China.</param>
    public FollowUpDay Ask(DateOnly today)
    {
        var asked = Enum.GetValues<FollowUpDay>().Last(day => BeganOn.AddDays((int)day) <= today);
        var next = Enum.GetValues<FollowUpDay>().Where(day => day > asked).Cast<FollowUpDay?>().FirstOrDefault();
        (Asked, IsOpen, DueOn) = (asked, true, next is { } day ? BeganOn.AddDays((int)day) : null);
        return asked;
    }

    public void SayFound(bool throughUnion) => ThroughUnion = throughUnion;

    public void SayWorking() => IsWorking = true;

    /// <summary>Nothing is settled yet: it is asked again when the next day is due.</summary>
    public void SayUndecided() => IsOpen = false;

    public void Answer(bool isGood)
    {
        IsOpen = false;
        switch (Asked)
        {
            case FollowUpDay.Third: HasContract = isGood; break;
            case FollowUpDay.Thirtieth: IsInsured = isGood; break;
            case FollowUpDay.Ninetieth: IsPaid = isGood; break;
        }
    }

    public void End(DateTimeOffset now) => (EndedAt, DueOn, IsOpen) = (now, null, false);

    internal sealed class Configuration : IEntityTypeConfiguration<Placement>
    {
        public void Configure(EntityTypeBuilder<Placement> builder)
        {
            builder.ToTable("vacancy_placement");
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.Property(p => p.Asked).HasConversion<short?>();
            builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Vacancy>().WithMany().HasForeignKey(p => p.VacancyId).OnDelete(DeleteBehavior.Restrict);

            // Of two at once the second changes the first.
            builder.HasIndex(p => p.PersonId).IsUnique().HasFilter("ended_at IS NULL");
            builder.HasIndex(p => p.DueOn).HasFilter("due_on IS NOT NULL");
            builder.HasIndex(p => p.BeganOn);
        }
    }
}

/// <summary>When it is asked how it goes, in days. Stored as number: never changed.</summary>
public enum FollowUpDay : short
{
    /// <summary>Is it settled, and is there a contract?</summary>
    Third = 3,

    /// <summary>Is social insurance paid?</summary>
    Thirtieth = 30,

    /// <summary>Do wages come in time?</summary>
    Ninetieth = 90,
}
