using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.Codes;

/// <summary>A code of six digits that a phone receives, to prove that it is in the person's hands.</summary>
public sealed class OneTimeCode
{
    public const int Digits = 6;
    public const int MostTries = 5;

    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(10);

    private OneTimeCode() { }

    /// <param name="id">Made before, since the sealed values are sealed for it.</param>
    /// <param name="now">Real time; UTC.</param>
    public OneTimeCode(Guid id, PersonId person, CodePurpose purpose, SealedCode values, DateTimeOffset now)
    {
        (Id, PersonId, Purpose, CreatedAt, ExpiresAt) = (id, person, purpose, now, now + ValidFor);
        (Hash, Code, Phone, PhoneHash) = (values.Hash, values.Code, values.Phone, values.PhoneHash);
    }

    public Guid Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public CodePurpose Purpose { get; private set; }

    /// <summary>Keyed hash of the code.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>The code itself, encrypted; null once it has been handed over for sending.</summary>
    public byte[]? Code { get; private set; }

    /// <summary>Where it goes, encrypted; null once the code is used, dead or replaced.</summary>
    public byte[]? Phone { get; private set; }

    public byte[] PhoneHash { get; private set; } = [];

    /// <summary>Real time, as are the other moments; UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public short Tries { get; private set; }

    /// <summary>When a host took it for sending; null before.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>When the sender took it over; null before, and when it could not be sent.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was used, used up or replaced; null while it counts.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public int TriesLeft => MostTries - Tries;

    public bool Counts(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    /// <summary>Takes one try. The caller holds the row's lock, so that no try is lost.</summary>
    /// <returns>Whether it was the right one; the code then has done its service.</returns>
    public bool TryUse(ReadOnlySpan<byte> hash, DateTimeOffset now)
    {
        if (!Counts(now)) return false;

        Tries++;
        var isRight = CryptographicOperations.FixedTimeEquals(Hash, hash);
        if (isRight || TriesLeft == 0) End(now);
        return isRight;
    }

    /// <summary>Another code takes its place, or its phone is no longer needed.</summary>
    public void End(DateTimeOffset now) => (EndedAt, Phone, Code) = (EndedAt ?? now, null, null);

    /// <summary>A host takes it for sending; sent or not, it is never sent again.</summary>
    public void Take(DateTimeOffset now) => (TakenAt, Code) = (now, null);

    public void Sent(DateTimeOffset now) => SentAt = now;

    internal sealed class Configuration : IEntityTypeConfiguration<OneTimeCode>
    {
        public void Configure(EntityTypeBuilder<OneTimeCode> builder)
        {
            builder.ToTable("one_time_code");
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.Purpose).HasConversion<short>();
            builder.HasIndex(c => new { c.PersonId, c.CreatedAt });
            builder.HasIndex(c => new { c.PhoneHash, c.CreatedAt });
            builder.HasIndex(c => c.CreatedAt).HasFilter("code IS NOT NULL");
        }
    }
}

/// <summary>What is secret about a code, as the database holds it.</summary>
public sealed record SealedCode(byte[] Hash, byte[] Code, byte[] Phone, byte[] PhoneHash);
