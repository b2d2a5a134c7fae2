using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.MyData;

/// <summary>A secret address at which a person's data can be read once and downloaded once, for a short time.</summary>
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

    public DateTimeOffset? ReadAt { get; private set; }

    public DateTimeOffset? DownloadedAt { get; private set; }

    /// <summary>Takes the one reading, or the one download. The caller holds the row's lock.</summary>
    public bool TryTake(MyDataForm form, DateTimeOffset now)
    {
        if (now >= ExpiresAt) return false;

        switch (form)
        {
            case MyDataForm.Page when ReadAt is null:
                ReadAt = now;
                return true;
            case MyDataForm.File when DownloadedAt is null:
                DownloadedAt = now;
                return true;
            default:
                return false;
        }
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

/// <summary>How a copy of a person's data is given.</summary>
public enum MyDataForm
{
    /// <summary>To be read.</summary>
    Page,

    /// <summary>For machines: JSON.</summary>
    File,
}
