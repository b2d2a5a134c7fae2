using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Database;

internal sealed class KeyProofTable : IEntityTypeConfiguration<KeyProof>
{
    private const int LongestId = 16;

    public void Configure(EntityTypeBuilder<KeyProof> builder)
    {
        builder.ToTable("key_proof");
        builder.HasKey(proof => proof.KeyId);
        builder.Property(proof => proof.KeyId).HasMaxLength(LongestId);
        builder.Property(proof => proof.Use).HasConversion<short>();
    }
}
