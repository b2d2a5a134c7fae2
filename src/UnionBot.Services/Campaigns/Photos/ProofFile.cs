using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>A file that came as proof, and which photo brought it first, over all campaigns. It outlives the picture, so that an old one is known again.</summary>
public sealed class ProofFile
{
    private ProofFile() { }

    /// <summary>Of the file as it came.</summary>
    public byte[] Sha256 { get; private set; } = [];

    public long PhotoId { get; private set; }

    public long VisitId { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ProofFile>
    {
        public void Configure(EntityTypeBuilder<ProofFile> builder)
        {
            builder.ToTable("proof_file");
            builder.HasKey(f => f.Sha256);
            builder.Property(f => f.Sha256).HasMaxLength(32);
            builder.HasIndex(f => f.PhotoId).IsUnique();
            builder.HasOne<ProofPhoto>().WithMany().HasForeignKey(f => f.PhotoId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
