using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Groups;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>A consultation that is booked. What happened to it stands in its <see cref="BookingEvent"/>s.</summary>
public sealed class Booking
{
    public const int LongestTopic = 32;

    /// <summary>Called so often in vain, it is over.</summary>
    public const int MostCalls = 2;

    private Booking() { }

    /// <param name="id">Made before, since what was told is sealed for it.</param>
    /// <param name="taken">The lawyer's time, which is fixed by now.</param>
    /// <param name="told">Sealed.</param>
    /// <param name="now">UTC.</param>
    internal Booking(Guid id, PersonId? person, BookingNumber number, TakenTime taken, BookingDetails details, byte[] told, byte[]? phoneHash, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(details.Topic);
        (Id, PersonId, NumberDay, NumberInDay, Told, PhoneHash, BookedAt) = (id, person, number.Day, number.InDay, told, phoneHash, now);
        (Topic, RegionCode, People, ForOther, IsUrgent, ConsentVersion) =
            (details.Topic, details.RegionCode, details.People, details.ForOther, details.IsUrgent, details.ConsentVersion);
        Take(taken);
    }

    public Guid Id { get; private set; }

    /// <summary>Who booked it in their chat; null for somebody who walked in.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>The day of the consultation as it was booked first, in China, and which of that day it is: both are its number for ever.</summary>
    public DateOnly NumberDay { get; private set; }

    public int NumberInDay { get; private set; }

    /// <summary>Null once the lawyer's time is given back.</summary>
    public Guid? TakenTimeId { get; private set; }

    public long LawyerId { get; private set; }

    public long? SiteId { get; private set; }

    public ConsultationModes Mode { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public BookingState State { get; private set; }

    public string Topic { get; private set; } = "";

    public string? RegionCode { get; private set; }

    public int People { get; private set; }

    public bool ForOther { get; private set; }

    public bool IsUrgent { get; private set; }

    public string ConsentVersion { get; private set; } = "";

    /// <summary>What was told, encrypted; null once it was forgotten.</summary>
    public byte[]? Told { get; private set; }

    public byte[]? PhoneHash { get; private set; }

    public DateTimeOffset BookedAt { get; private set; }

    /// <summary>The first time that anybody could have had when it was booked, UTC; null for who walked in, and where it was not noted.</summary>
    public DateTimeOffset? FirstFreeAt { get; internal init; }

    /// <summary>They answered to a reminder that they will come.</summary>
    public bool IsComing { get; private set; }

    /// <summary>How often it was moved; part of its reminders' names.</summary>
    public short Moves { get; private set; }

    /// <summary>How often they were called in vain.</summary>
    public short FailedCalls { get; private set; }

    public DateTimeOffset? CheckedInAt { get; private set; }

    /// <summary>When it was over, however it ended; null before. UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Where it went on; null where it did not, or nobody said where.</summary>
    public TransferTarget? TransferredTo { get; private set; }

    /// <summary>The matter that several have together (群体案件); null while it is one of its own.</summary>
    public long? GroupId { get; private set; }

    /// <summary>Whether the lawyer still expects them.</summary>
    public bool IsOpen => State is BookingState.Booked or BookingState.CheckedIn;

    public string Number => BookingNumber.Text(NumberDay, NumberInDay);

    /// <summary>Another time, lawyer or place.</summary>
    internal bool TryMove(TakenTime taken)
    {
        if (State is not BookingState.Booked) return false;

        (Moves, IsComing, FailedCalls) = ((short)(Moves + 1), false, 0);
        Take(taken);
        return true;
    }

    /// <summary>Also of somebody who is there already and cannot wait.</summary>
    internal bool TryCancel(DateTimeOffset now) => IsOpen && End(BookingState.Cancelled, now);

    internal bool TrySayComing() => State is BookingState.Booked && (IsComing = true);

    /// <summary>They are there, on the day of the consultation.</summary>
    internal bool TryCheckIn(DateTimeOffset now)
    {
        if (State is not BookingState.Booked || UnionCalendar.DayOf(now) != UnionCalendar.DayOf(StartsAt)) return false;
        (State, CheckedInAt, IsComing) = (BookingState.CheckedIn, now, true);
        return true;
    }

    internal bool TryFinish(BookingState how, DateTimeOffset now)
    {
        if (how is not (BookingState.Done or BookingState.Transferred)) throw new ArgumentException("That is no way to finish.", nameof(how));
        return IsOpen && End(how, now);
    }

    internal bool TryTransfer(TransferTarget to, DateTimeOffset now)
    {
        if (!TryFinish(BookingState.Transferred, now)) return false;
        TransferredTo = to;
        return true;
    }

    /// <param name="latestArrival">Until then they may still come.</param>
    internal bool TryMiss(TimeSpan latestArrival, DateTimeOffset now) =>
        State is BookingState.Booked && now >= StartsAt + latestArrival && End(BookingState.NoShow, now);

    /// <summary>They did not answer a call.</summary>
    internal bool TryCallInVain(DateTimeOffset now)
    {
        if (State is not BookingState.Booked || Mode is ConsultationModes.OnSite) return false;

        FailedCalls++;
        return FailedCalls < MostCalls || End(BookingState.NotAnswered, now);
    }

    internal void Join(long? group) => GroupId = group;

    /// <summary>What was told is forgotten; that there was a consultation stays, for the figures.</summary>
    internal void Forget() => (Told, PhoneHash) = (null, null);

    private bool End(BookingState how, DateTimeOffset now)
    {
        (State, EndedAt) = (how, now);
        if (how is BookingState.Cancelled) TakenTimeId = null;
        return true;
    }

    private void Take(TakenTime taken) =>
        (TakenTimeId, LawyerId, SiteId, Mode, StartsAt, EndsAt) = (taken.Id, taken.LawyerId, taken.SiteId, taken.Mode, taken.StartsAt, taken.EndsAt);

    internal sealed class Configuration : IEntityTypeConfiguration<Booking>
    {
        public void Configure(EntityTypeBuilder<Booking> builder)
        {
            builder.ToTable("legal_booking");
            builder.Property(b => b.Id).ValueGeneratedNever();
            builder.Property(b => b.State).HasConversion<short>();
            builder.Property(b => b.Mode).HasConversion<short>();
            builder.Property(b => b.TransferredTo).HasConversion<short?>();
            builder.Property(b => b.Topic).HasMaxLength(LongestTopic);
            builder.Property(b => b.RegionCode).HasMaxLength(Region.CodeLength);
            builder.Property(b => b.ConsentVersion).HasMaxLength(32);
            builder.Ignore(b => b.IsOpen);
            builder.Ignore(b => b.Number);
            builder.HasIndex(b => new { b.NumberDay, b.NumberInDay }).IsUnique();
            builder.HasIndex(b => new { b.PersonId, b.StartsAt });
            builder.HasIndex(b => new { b.PhoneHash, b.StartsAt }).HasFilter("phone_hash IS NOT NULL");
            builder.HasIndex(b => new { b.LawyerId, b.StartsAt });
            builder.HasIndex(b => b.TakenTimeId).IsUnique();
            builder.HasIndex(b => b.GroupId).HasFilter("group_id IS NOT NULL");
            builder.HasOne<MatterGroup>().WithMany().HasForeignKey(b => b.GroupId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Lawyer>().WithMany().HasForeignKey(b => b.LawyerId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Site>().WithMany().HasForeignKey(b => b.SiteId).OnDelete(DeleteBehavior.Restrict);

            // Whoever deletes the time gives it back.
            builder.HasOne<TakenTime>().WithMany().HasForeignKey(b => b.TakenTimeId).OnDelete(DeleteBehavior.SetNull);
        }
    }
}
