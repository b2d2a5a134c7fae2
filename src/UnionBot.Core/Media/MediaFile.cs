using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Media;

/// <summary>
/// A photo, voice or video that a person sent. The platform keeps it for three days only, so it is fetched within a
/// minute and kept in encrypted chunks (see <see cref="MediaStore"/>).
/// </summary>
public sealed class MediaFile
{
    private MediaFile() { }

    public MediaFile(PersonId person, InputKind kind, DateTimeOffset receivedAt) =>
        (PersonId, Kind, ReceivedAt, Period) = (person, kind, receivedAt, new DateOnly(receivedAt.Year, receivedAt.Month, 1));

    public long Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public InputKind Kind { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The first day of the month (UTC) whose partition holds the chunks.</summary>
    public DateOnly Period { get; private set; }

    /// <summary>The platform's id of the file, encrypted; null once it has been fetched or given up.</summary>
    public byte[]? PlatformId { get; private set; }

    public MediaStatus Status { get; private set; } = MediaStatus.Waiting;

    /// <summary>What the first bytes say it is, such as <c>image/jpeg</c>; null before it is fetched.</summary>
    public string? ContentType { get; private set; }

    /// <summary>In bytes; null before it is fetched.</summary>
    public int? Length { get; private set; }

    /// <summary>When it may be tried (again); real time, UTC.</summary>
    public DateTimeOffset NextTryAt { get; private set; }

    public short Attempts { get; private set; }

    /// <summary>Where to fetch it, once the row has its id.</summary>
    public void FetchFrom(byte[] sealedPlatformId, DateTimeOffset now) => (PlatformId, NextTryAt) = (sealedPlatformId, now);

    public void Begin(DateTimeOffset nextTryAt)
    {
        Attempts++;
        NextTryAt = nextTryAt;
    }

    public void Keep(string contentType, int length) =>
        (Status, ContentType, Length, PlatformId) = (MediaStatus.Kept, contentType, length, null);

    /// <param name="why"><see cref="MediaStatus.Refused"/> or <see cref="MediaStatus.Lost"/>.</param>
    public void GiveUp(MediaStatus why) => (Status, PlatformId) = (why, null);

    internal sealed class Configuration : IEntityTypeConfiguration<MediaFile>
    {
        public void Configure(EntityTypeBuilder<MediaFile> builder)
        {
            builder.ToTable("media_file");
            builder.Property(m => m.Kind).HasConversion<short>();
            builder.Property(m => m.Status).HasConversion<short>();
            builder.Property(m => m.ContentType).HasMaxLength(32);
            builder.HasIndex(m => m.PersonId);
            builder.HasIndex(m => m.NextTryAt).HasFilter("status = 0");
        }
    }
}

public enum MediaStatus : short
{
    /// <summary>Still to be fetched from the platform.</summary>
    Waiting = 0,
    Kept = 1,

    /// <summary>Too large, or nothing that we keep.</summary>
    Refused = 2,

    /// <summary>The platform no longer has it.</summary>
    Lost = 3,

    /// <summary>Its time has passed; the content is gone.</summary>
    Erased = 4,
}
