using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Core.Imports.Drafts;

/// <summary>A file that staff sent to be checked, and what came of it. Kept for a day at most, its content only until it is decided.</summary>
public sealed class ImportDraft
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private const int LongestKind = 32;
    private const int LongestFileName = 200;

    private ImportDraft() { }

    /// <param name="id">Made before, since the content is sealed for it.</param>
    /// <param name="now">Real time; UTC.</param>
    public ImportDraft(Guid id, string kind, string fileName, long staff, DateTimeOffset now)
    {
        (Id, Kind, StaffId, SentAt) = (id, kind, staff, now);
        FileName = fileName.Length > LongestFileName ? fileName[^LongestFileName..] : fileName;
    }

    public Guid Id { get; private set; }

    /// <summary>Stored name of what is imported, such as <c>members</c>.</summary>
    public string Kind { get; private set; } = "";

    public string FileName { get; private set; } = "";

    /// <summary>The file, encrypted; null once nothing more can be done with it.</summary>
    public byte[]? Content { get; private set; }

    public long StaffId { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public DraftState State { get; private set; }

    /// <summary>Rows below the headers.</summary>
    public int Rows { get; private set; }

    /// <summary>Of which <see cref="Faults"/> holds the first ones.</summary>
    public int FaultCount { get; private set; }

    /// <summary>One a line: row, column, reason, with tabs between; never what a cell holds.</summary>
    public string Faults { get; private set; } = "";

    /// <summary>What was left out on purpose, one a line.</summary>
    public string Notices { get; private set; } = "";

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>When the very same file was imported before; null when it was not. UTC.</summary>
    public DateTimeOffset? DoneBefore { get; private set; }

    /// <summary>Checked, or checked anew when it was to be imported.</summary>
    /// <param name="content">Sealed; let go of unless it can be imported.</param>
    public void Checked(ImportOutcome outcome, bool isImported, byte[] content, string faults, string notices)
    {
        State =
            !outcome.Report.IsClean ? DraftState.Faulty :
            outcome.DoneBefore is not null ? DraftState.Known :
            isImported ? DraftState.Imported :
            DraftState.Good;
        (Rows, FaultCount, DoneBefore) = (outcome.Report.Rows, outcome.Report.FaultCount, outcome.DoneBefore);
        (Added, Changed, Unchanged) = (outcome.Counts.Added, outcome.Counts.Changed, outcome.Counts.Unchanged);
        (Faults, Notices) = (faults, notices);
        Content = State is DraftState.Good ? content : null;
    }

    /// <summary>Whoever sent it, or a colleague, does not want it.</summary>
    public void Drop() => (State, Content) = (DraftState.Dropped, null);

    internal sealed class Configuration : IEntityTypeConfiguration<ImportDraft>
    {
        public void Configure(EntityTypeBuilder<ImportDraft> builder)
        {
            builder.ToTable("import_draft");
            builder.Property(d => d.Id).ValueGeneratedNever();
            builder.Property(d => d.Kind).HasMaxLength(LongestKind);
            builder.Property(d => d.FileName).HasMaxLength(LongestFileName);
            builder.Property(d => d.State).HasConversion<short>();
            builder.HasOne<Staff>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(d => d.SentAt);
        }
    }
}

/// <summary>Stored as number: never changed.</summary>
public enum DraftState : short
{
    /// <summary>Can be imported.</summary>
    Good = 0,

    /// <summary>Something in it must be put right first.</summary>
    Faulty = 1,

    /// <summary>The very same file was imported before.</summary>
    Known = 2,

    Imported = 3,

    Dropped = 4,
}
