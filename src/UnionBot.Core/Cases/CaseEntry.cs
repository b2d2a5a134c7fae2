using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>One thing that a member of staff did with a case. Never changed.</summary>
public sealed class CaseEntry
{
    private CaseEntry() { }

    /// <param name="number">Counts the entries of the case from 1.</param>
    /// <param name="note">The sealed words of a note; null for everything else: answers are in the ledger.</param>
    public CaseEntry(long @case, int number, CaseDeed deed, long staff, DateTimeOffset at, byte[]? note = null) =>
        (CaseId, Number, Deed, StaffId, At, Note) = (@case, number, deed, staff, at, note);

    public long CaseId { get; private set; }

    public int Number { get; private set; }

    public CaseDeed Deed { get; private set; }

    public long StaffId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Encrypted, numbers masked; only staff see it. Null unless it is a note.</summary>
    public byte[]? Note { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CaseEntry>
    {
        public void Configure(EntityTypeBuilder<CaseEntry> builder)
        {
            builder.ToTable("case_entry");
            builder.HasKey(e => new { e.CaseId, e.Number });
            builder.Property(e => e.Deed).HasConversion<short>();
            builder.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Staff>().WithMany().HasForeignKey(e => e.StaffId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What was done. Stored as a number, so never reordered.</summary>
public enum CaseDeed : short
{
    Claimed = 0,
    Noted = 1,
    Answered = 2,
    Closed = 3,
    Reopened = 4,
}
