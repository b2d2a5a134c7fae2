using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>What a photo shows, a JPEG without anything beside the picture, encrypted; for <see cref="PhotoRules.KeepYears"/>.</summary>
public sealed class ProofPicture
{
    private ProofPicture() { }

    public ProofPicture(long photo, byte[] content) => (PhotoId, Content) = (photo, content);

    public long PhotoId { get; private set; }

    public byte[] Content { get; private set; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<ProofPicture>
    {
        public void Configure(EntityTypeBuilder<ProofPicture> builder)
        {
            builder.ToTable("proof_picture");
            builder.HasKey(p => p.PhotoId);
            builder.Property(p => p.PhotoId).ValueGeneratedNever();
            builder.HasOne<ProofPhoto>().WithMany().HasForeignKey(p => p.PhotoId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
