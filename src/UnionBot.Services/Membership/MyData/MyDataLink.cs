using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.MyData;

/// <summary>
/// A secret address at which a person's data can be read once and downloaded once, for a short time. It stands in the talk,
/// which others may see: alone it shows nothing. Reading takes a code, downloading the key that reading gave.
/// </summary>
public sealed class MyDataLink
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(30);

    private MyDataLink() { }

    /// <param name="hash">Keyed hash of the token; the token itself is only in the message to the person.</param>
    /// <param name="now">Real time; UTC.</param>
    public MyDataLink(PersonId person, byte[] hash, DateTimeOffset now) =>
        (PersonId, Hash, CreatedAt, ExpiresAt) = (person, hash, now, now + ValidFor);

    public long Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public byte[] Hash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Real time; UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Keyed hash of the key for the download, which only the browser holds that gave the code; null before.</summary>
    public byte[]? KeyHash { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public DateTimeOffset? DownloadedAt { get; private set; }

    public bool CanBeRead(DateTimeOffset now) => ReadAt is null && now < ExpiresAt;

    /// <summary>Takes the one reading, after the right code. The caller holds the row's lock.</summary>
    /// <param name="keyHash">Of the key for the download.</param>
    public void Read(byte[] keyHash, DateTimeOffset now) => (ReadAt, KeyHash) = (now, keyHash);

    /// <summary>Takes the one download. The caller holds the row's lock.</summary>
    public bool TryDownload(ReadOnlySpan<byte> keyHash, DateTimeOffset now)
    {
        if (now >= ExpiresAt || DownloadedAt is not null) return false;
        if (KeyHash is null || !CryptographicOperations.FixedTimeEquals(KeyHash, keyHash)) return false;

        DownloadedAt = now;
        return true;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<MyDataLink>
    {
        public void Configure(EntityTypeBuilder<MyDataLink> builder)
        {
            builder.ToTable("my_data_link");
            builder.HasIndex(l => l.Hash).IsUnique();
            builder.HasIndex(l => l.PersonId);
        }
    }
}
