using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Services.Knowledge.Review;

/// <summary>A sentence that staff added to an intent or an answer: a version of what the files teach.</summary>
public sealed class AddedSentenceRow
{
    private AddedSentenceRow() { }

    public AddedSentenceRow(Guid id, string target, byte[] text, byte[] textHash, long addedBy, DateTimeOffset addedAt) =>
        (Id, Target, Text, TextHash, AddedBy, AddedAt) = (id, target, text, textHash, addedBy, addedAt);

    /// <summary>Names the row when the text is sealed.</summary>
    public Guid Id { get; private set; }

    /// <summary>The number by which staff name it; grows with every sentence.</summary>
    public long Number { get; private set; }

    /// <summary><c>intent/{name}</c> or <c>answer/{id}</c>.</summary>
    public string Target { get; private set; } = "";

    public byte[] Text { get; private set; } = [];

    public byte[] TextHash { get; private set; } = [];

    public long AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When staff took it back; null while it is in force. UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <returns>False when it was taken back before.</returns>
    public bool TryWithdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is not null) return false;

        WithdrawnAt = now;
        return true;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<AddedSentenceRow>
    {
        public void Configure(EntityTypeBuilder<AddedSentenceRow> builder)
        {
            builder.ToTable("added_sentence");
            builder.Property(s => s.Number).UseIdentityAlwaysColumn();
            builder.Property(s => s.Target).HasMaxLength(80);
            builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.AddedBy).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(s => s.Number).IsUnique();

            // One sentence means one thing.
            builder.HasIndex(s => s.TextHash).IsUnique().HasFilter("withdrawn_at IS NULL");
        }
    }
}
