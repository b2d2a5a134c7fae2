using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership.Binding;

/// <summary>A code that staff hand to a member they know, which binds whoever types it first.</summary>
public sealed class BindCode
{
    public const int Length = 8;

    /// <summary>No 0 and O, no 1, I and L.</summary>
    public const string Characters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private BindCode() { }

    /// <param name="now">Real time; UTC.</param>
    public BindCode(long member, byte[] hash, long issuedBy, DateTimeOffset now, TimeSpan validFor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(validFor, TimeSpan.Zero);
        (MemberId, Hash, IssuedBy, IssuedAt, ExpiresAt) = (member, hash, issuedBy, now, now + validFor);
    }

    public long Id { get; private set; }

    public long MemberId { get; private set; }

    /// <summary>Keyed hash of the code; the code itself is shown once and kept nowhere.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>The member of staff who answers for it.</summary>
    public long IssuedBy { get; private set; }

    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Real time; UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was used or replaced; null while it counts.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public PersonId? UsedBy { get; private set; }

    public bool Counts(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    public void Use(PersonId person, DateTimeOffset now) => (UsedBy, EndedAt) = (person, now);

    /// <summary>Another code takes its place.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;

    internal sealed class Configuration : IEntityTypeConfiguration<BindCode>
    {
        public void Configure(EntityTypeBuilder<BindCode> builder)
        {
            builder.ToTable("bind_code");
            builder.HasIndex(c => c.Hash).IsUnique();
            builder.HasIndex(c => c.MemberId);
            builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
