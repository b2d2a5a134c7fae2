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

    public AlarmCall(long alarm, int step, ReachableStaff staff, DateTimeOffset at) =>
        (AlarmId, Step, StaffId, PersonId, At) = (alarm, step, staff.StaffId, staff.PersonId, at);

    public long AlarmId { get; private set; }

    /// <summary>Counts from 1; several are called in one step only when nobody is on duty.</summary>
    public int Step { get; private set; }

    public long StaffId { get; private set; }

    /// <summary>The talk in which they were called.</summary>
    public PersonId PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Names the call in the ledger: nobody is called twice in one step.</summary>
    public string Occasion => OccasionOf(AlarmId, Step);

    public static string OccasionOf(long alarm, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"alarm/{alarm}/staff/{step}");

    internal sealed class Configuration : IEntityTypeConfiguration<AlarmCall>
    {
        public void Configure(EntityTypeBuilder<AlarmCall> builder)
        {
            builder.ToTable("alarm_call");
            builder.HasKey(c => new { c.AlarmId, c.Step, c.StaffId });
            builder.Ignore(c => c.Occasion);
            builder.HasOne<Alarm>().WithMany().HasForeignKey(c => c.AlarmId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Staff>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
