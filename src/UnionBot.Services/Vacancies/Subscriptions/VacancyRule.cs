using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>What a worker wants to hear of when it is new. One for each person: a second sentence for the same one changes it.</summary>
public sealed class VacancyRule
{
    /// <summary>After so long without a word from the worker it is asked whether they still look.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(60);

    /// <summary>The number of the worker's own rule.</summary>
    public const int OfWorker = 0;

    private VacancyRule() { }

    /// <param name="id">Made before, since the wish is sealed for it.</param>
    /// <param name="owner">See <see cref="Owner"/>.</param>
    /// <param name="now">UTC.</param>
    public VacancyRule(Guid id, PersonId person, int owner, DateTimeOffset now) =>
        (Id, PersonId, Owner, CreatedAt, AnsweredAt) = (id, person, owner, now, now);

    public Guid Id { get; private set; }

    public PersonId PersonId { get; private set; }

    /// <summary>For whom: <see cref="OfWorker"/>, or the number of somebody else, counted as they were named.</summary>
    public int Owner { get; private set; }

    /// <summary>A <see cref="KeptWish"/>, encrypted: it may tell of the worker's age, body and home.</summary>
    public byte[] Wish { get; private set; } = [];

    /// <summary>The trades of the wish, by which most rules are passed over without being opened. Empty: whatever the trade.</summary>
    public string[] Trades { get; private set; } = [];

    /// <summary>The least pay of a month; null when none is wanted.</summary>
    public long? MonthFen { get; private set; }

    public RuleState State { get; private set; }

    /// <summary>1 or 7: it is sent no more often.</summary>
    public short EveryDays { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the worker last said something of it; UTC.</summary>
    public DateTimeOffset AnsweredAt { get; private set; }

    /// <summary>When it was asked whether they still look; null once they have answered. UTC.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The last evening on which it was matched, in China; null before the first.</summary>
    public DateOnly? MatchedOn { get; private set; }

    /// <summary>The wish is new or changed; what was paused goes on, and what was ended begins anew.</summary>
    /// <param name="sealed">The wish, encrypted.</param>
    public void Want(byte[] @sealed, VacancyWish wish, DateTimeOffset now)
    {
        if (State is RuleState.Ended or RuleState.Found or RuleState.Resting) EveryDays = 1;
        (Wish, Trades, MonthFen, State) = (@sealed, [.. wish.Trades], wish.Pay?.MonthFen, RuleState.Active);
        Answer(now);
    }

    /// <summary>先别发, 不找了 or 退订: from now on nothing is sent.</summary>
    public void Stop(RuleState how, DateTimeOffset now)
    {
        if (how is RuleState.Active) throw new ArgumentException("That stops nothing.", nameof(how));
        State = how;
        Answer(now);
    }

    /// <summary>还在找, or 要 behind one that was ended.</summary>
    public void GoOn(DateTimeOffset now)
    {
        State = RuleState.Active;
        Answer(now);
    }

    /// <param name="days">1 or 7.</param>
    public void SendEvery(short days, DateTimeOffset now)
    {
        if (days is not (1 or 7)) throw new ArgumentOutOfRangeException(nameof(days));
        EveryDays = days;
        Answer(now);
    }

    private void Answer(DateTimeOffset now) => (AnsweredAt, AskedAt) = (now, null);

    internal sealed class Configuration : IEntityTypeConfiguration<VacancyRule>
    {
        public void Configure(EntityTypeBuilder<VacancyRule> builder)
        {
            builder.ToTable("vacancy_rule");
            builder.Property(r => r.Id).ValueGeneratedNever();
            builder.Property(r => r.Owner).HasConversion<short>();
            builder.Property(r => r.State).HasConversion<short>();
            builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);

            // Of two sentences at once for the same person the second changes the first.
            builder.HasIndex(r => new { r.PersonId, r.Owner }).IsUnique();
            builder.HasIndex(r => r.AnsweredAt).HasFilter("state = 0");
        }
    }
}

/// <summary>Stored as number: never changed.</summary>
public enum RuleState : short
{
    Active = 0,

    /// <summary>先别发.</summary>
    Paused = 1,

    /// <summary>退订, 不找了.</summary>
    Ended = 2,

    /// <summary>已找到.</summary>
    Found = 3,

    /// <summary>The worker had stopped following, and is asked whether it goes on, or wants no digests at the moment.</summary>
    Resting = 4,
}

/// <param name="Who">For whom; null for the worker.</param>
public sealed record KeptWish(VacancyWish Wish, string? Who);
