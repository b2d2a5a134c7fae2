using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>A row of the member roster (会员名册). At most one person is bound to it.</summary>
public sealed class Member
{
    public const int LongestMemberNo = 32;

    private Member() { }

    /// <param name="id">Taken from the table's sequence before, since the sealed values are sealed for it.</param>
    /// <param name="memberNo">Null when the union gives no numbers; then there must be a phone.</param>
    /// <param name="joinedOn">In China; null when it is not known.</param>
    public Member(
        long id, long organisationId, SealedIdentity identity, string? memberNo, DateOnly? joinedOn, MemberStatus status)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        if (memberNo is null && identity.Phone is null)
            throw new ArgumentException("A member without number and phone could never be found again.", nameof(memberNo));

        (Id, OrganisationId, MemberNo, JoinedOn, Status) = (id, organisationId, memberNo, joinedOn, status);
        (Name, NameHash) = (identity.Name, identity.NameHash);
        (Phone, PhoneHash) = (identity.Phone, identity.PhoneHash);
        (IdNumber, IdNumberHash) = (identity.IdNumber, identity.IdNumberHash);
    }

    public long Id { get; private set; }

    public long OrganisationId { get; private set; }

    /// <summary>The name, encrypted.</summary>
    public byte[] Name { get; private set; } = [];

    public byte[] NameHash { get; private set; } = [];

    /// <summary>The mobile number, encrypted; null when the roster has none.</summary>
    public byte[]? Phone { get; private set; }

    public byte[]? PhoneHash { get; private set; }

    /// <summary>The identity number, encrypted; null when the roster has none, as most should.</summary>
    public byte[]? IdNumber { get; private set; }

    public byte[]? IdNumberHash { get; private set; }

    /// <summary>Unique within the organisation; null when it gives no numbers.</summary>
    public string? MemberNo { get; private set; }

    /// <summary>In China; null when the roster does not say.</summary>
    public DateOnly? JoinedOn { get; private set; }

    public MemberStatus Status { get; private set; }

    /// <summary>Who has proved to be this member; null while nobody has.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>When the person was bound; null while nobody is. UTC.</summary>
    public DateTimeOffset? BoundAt { get; private set; }

    /// <summary>The import that last changed the row; null when staff made it.</summary>
    public long? ImportRunId { get; private set; }

    /// <summary>Binds the person, unless somebody else is bound. The caller holds the row's lock.</summary>
    /// <param name="now">UTC.</param>
    public bool TryBind(PersonId person, DateTimeOffset now)
    {
        if (PersonId is { } bound) return bound == person;

        (PersonId, BoundAt) = (person, now);
        return true;
    }

    public void Unbind() => (PersonId, BoundAt) = (null, null);

    internal sealed class Configuration : IEntityTypeConfiguration<Member>
    {
        public void Configure(EntityTypeBuilder<Member> builder)
        {
            builder.ToTable("member");
            builder.Property(m => m.Id).UseIdentityByDefaultColumn();
            builder.Property(m => m.MemberNo).HasMaxLength(LongestMemberNo);
            builder.Property(m => m.Status).HasConversion<short>();
            builder.HasIndex(m => new { m.OrganisationId, m.MemberNo }).IsUnique().HasFilter("member_no IS NOT NULL");
            builder.HasIndex(m => new { m.PhoneHash, m.NameHash });
            builder.HasIndex(m => m.IdNumberHash).HasFilter("id_number_hash IS NOT NULL");
            builder.HasIndex(m => m.PersonId).IsUnique();
            builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ImportRun>().WithMany().HasForeignKey(m => m.ImportRunId).OnDelete(DeleteBehavior.Restrict);

            // Who has their data erased stays on the union's roster, unbound.
            builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.SetNull);
        }
    }
}

/// <summary>Stored as number: never changed.</summary>
public enum MemberStatus
{
    Active = 0,

    /// <summary>保留会籍: membership is kept without fees, as for the retired.</summary>
    Retained = 1,

    Left = 2,
}
