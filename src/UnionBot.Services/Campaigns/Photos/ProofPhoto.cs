using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>
/// A photo that a visitor sent as proof of a visit (走访照片). What it shows is kept beside, as <see cref="ProofPicture"/>; which file it was,
/// over all campaigns, as <see cref="ProofFile"/>.
/// </summary>
public sealed class ProofPhoto
{
    private ProofPhoto() { }

    public long Id { get; private set; }

    public long VisitId { get; private set; }

    /// <summary>The file as it came, which lives as long as all that people send.</summary>
    public long MediaId { get; private set; }

    public PhotoKind Kind { get; private set; }

    /// <summary>When it came; UTC.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When the file was compared with all others, bit by bit; null before it is there.</summary>
    public DateTimeOffset? TakenUpAt { get; private set; }

    /// <summary>The photo that brought the very same file first; null for the first one.</summary>
    public long? FirstId { get; private set; }

    /// <summary>The visit that had the same file first; null for the first one.</summary>
    public long? FirstVisitId { get; private set; }

    /// <summary>When the file says that it was taken; UTC. Null when it does not say, and after <see cref="PhotoRules.KeepYears"/>.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>Where the file says that it was taken, encrypted; null when it does not say, and after <see cref="PhotoRules.KeepYears"/>.</summary>
    public byte[]? Place { get; private set; }

    /// <summary>When the picture was hashed and kept; null before, and for what was not the first.</summary>
    public DateTimeOffset? PreparedAt { get; private set; }

    /// <summary>What it shows, see <see cref="PictureHash"/>; null before, and for a picture with too little to see.</summary>
    public long? Hash { get; private set; }

    /// <summary>An earlier photo of another visit that looks the same; null when there is none.</summary>
    public long? ResemblesId { get; private set; }

    /// <summary>In how many bits of their hashes the two differ; 0 to 64.</summary>
    public short? ResemblesBits { get; private set; }

    /// <summary>Why it proves nothing; null when it may.</summary>
    public PhotoFault? Fault { get; private set; }

    /// <summary>When staff locked it away, since it shows a card; null when it is open.</summary>
    public DateTimeOffset? QuarantinedAt { get; private set; }

    /// <summary>What counts of all this, the gravest first.</summary>
    public PhotoState State =>
        QuarantinedAt is not null ? PhotoState.Quarantined :
        Fault is not null ? PhotoState.Unusable :
        FirstVisitId is { } first ? first == VisitId ? PhotoState.SentTwice : PhotoState.Reused :
        ResemblesId is not null ? PhotoState.LooksLikeAnother :
        PreparedAt is null ? PhotoState.Waiting : PhotoState.Kept;

    internal void Quarantine(DateTimeOffset now) => QuarantinedAt ??= now;

    internal void Release() => QuarantinedAt = null;

    internal sealed class Configuration : IEntityTypeConfiguration<ProofPhoto>
    {
        public void Configure(EntityTypeBuilder<ProofPhoto> builder)
        {
            builder.ToTable("proof_photo");
            builder.Ignore(p => p.State);
            builder.Property(p => p.Kind).HasConversion<short>();
            builder.Property(p => p.Fault).HasConversion<short?>();
            builder.HasIndex(p => p.MediaId).IsUnique();
            builder.HasIndex(p => p.VisitId);
            builder.HasIndex(p => p.ReceivedAt);
            builder.HasIndex(p => p.Id).HasDatabaseName("ix_proof_photo_to_take_up").HasFilter("taken_up_at IS NULL AND fault IS NULL");
            builder.HasIndex(p => new { p.Id, p.MediaId }).HasDatabaseName("ix_proof_photo_to_prepare")
                .HasFilter("taken_up_at IS NOT NULL AND prepared_at IS NULL AND first_id IS NULL AND fault IS NULL");
            builder.HasOne<ProofPhoto>().WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ProofPhoto>().WithMany().HasForeignKey(p => p.ResemblesId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored as number: never changed.</summary>
public enum PhotoKind : short
{
    /// <summary>The visit itself.</summary>
    Scene = 0,

    /// <summary>签收单: a signature, a slip.</summary>
    Receipt = 1,
}

/// <summary>Stored as number: never changed.</summary>
public enum PhotoFault : short
{
    /// <summary>The file never came, or went before it was looked at.</summary>
    Lost = 0,

    /// <summary>No JPEG, PNG or WebP, or one in which there is no picture.</summary>
    Unreadable = 1,
}

/// <summary>What a photo of a visit is worth.</summary>
public enum PhotoState
{
    /// <summary>Not compared yet.</summary>
    Waiting,

    Kept,

    /// <summary>The same file came for this visit before: nothing wrong, nothing new.</summary>
    SentTwice,

    /// <summary>The same file came for another visit before.</summary>
    Reused,

    /// <summary>A photo of another visit shows the same, as far as a program can tell: a person looks.</summary>
    LooksLikeAnother,

    /// <summary>See <see cref="PhotoFault"/>.</summary>
    Unusable,

    /// <summary>Locked away by staff, since it shows a card.</summary>
    Quarantined,
}
