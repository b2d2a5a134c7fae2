using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>One member of staff was called to an alarm in one step.</summary>
public sealed class AlarmCall
{
    private AlarmCall() { }

    /// <param name="sharedOccasion">Of the message, when it calls to several alarms; null when it calls to this one only.</param>
    public AlarmCall(long alarm, int step, ReachableStaff staff, DateTimeOffset at, string? sharedOccasion = null) =>
        (AlarmId, Step, StaffId, PersonId, At, SharedOccasion) = (alarm, step, staff.StaffId, staff.PersonId, at, sharedOccasion);

    public long AlarmId { get; private set; }

    /// <summary>Counts from 1; several are called in one step only when nobody is on duty.</summary>
    public int Step { get; private set; }

    public long StaffId { get; private set; }

    /// <summary>The talk in which they were called.</summary>
    public PersonId PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Names in the ledger the message that called to several alarms; null when it called to this one only.</summary>
    public string? SharedOccasion { get; private set; }

    /// <summary>Names the message in the ledger: nobody is called twice in one step.</summary>
    public string Occasion => SharedOccasion ?? OccasionOf(AlarmId, Step);

    public static string OccasionOf(long alarm, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"alarm/{alarm}/staff/{step}");

    /// <param name="first">The lowest number of the alarms that the message calls to.</param>
    /// <param name="step">Of that alarm.</param>
    public static string SharedOccasionOf(long first, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"alarms/{first}/staff/{step}");

    internal sealed class Configuration : IEntityTypeConfiguration<AlarmCall>
    {
        public void Configure(EntityTypeBuilder<AlarmCall> builder)
        {
            builder.ToTable("alarm_call");
            builder.HasKey(c => new { c.AlarmId, c.Step, c.StaffId });
            builder.Ignore(c => c.Occasion);
            builder.Property(c => c.SharedOccasion).HasMaxLength(64);
            builder.HasIndex(c => c.SharedOccasion).HasFilter("shared_occasion IS NOT NULL");
            builder.HasOne<Alarm>().WithMany().HasForeignKey(c => c.AlarmId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Staff>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
