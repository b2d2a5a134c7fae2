using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.People;

/// <summary>That a person agreed to one use of their data, to which text, when and where, and when they withdrew.</summary>
public sealed class Consent
{
    private Consent() { }

    /// <param name="textVersion">Names the text the person saw, such as <c>bind/2026-11</c>.</param>
    /// <param name="now">UTC.</param>
    /// <param name="channel">Stored name of the channel: <c>wechat</c> or <c>web</c>.</param>
    public Consent(PersonId person, ConsentPurpose purpose, string textVersion, DateTimeOffset now, string channel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(textVersion);
        ArgumentException.ThrowIfNullOrWhiteSpace(channel);
        (PersonId, Purpose, TextVersion, GivenAt, Channel) = (person, purpose, textVersion, now, channel);
    }

    public long Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public ConsentPurpose Purpose { get; private set; }

    public string TextVersion { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>The channel in which it was given.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>Null while it holds. UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The channel in which it was withdrawn, or <c>system</c> when the data it was for are gone.</summary>
    public string? WithdrawnChannel { get; private set; }

    /// <summary>Ends it; a second time changes nothing.</summary>
    public void Withdraw(DateTimeOffset now, string channel)
    {
        if (WithdrawnAt is null) (WithdrawnAt, WithdrawnChannel) = (now, channel);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Consent>
    {
        public void Configure(EntityTypeBuilder<Consent> builder)
        {
            // No foreign key: the proof of consent is kept longer than the person's data.
            builder.ToTable("consent");
            builder.Property(c => c.Purpose).HasConversion<short>();
            builder.Property(c => c.TextVersion).HasMaxLength(32);
            builder.Property(c => c.Channel).HasMaxLength(8);
            builder.Property(c => c.WithdrawnChannel).HasMaxLength(8);
            builder.HasIndex(c => new { c.PersonId, c.Purpose }).IsUnique().HasFilter("withdrawn_at IS NULL");
            builder.HasIndex(c => c.PersonId);
        }
    }
}

/// <summary>What the data are used for; each use needs a consent of its own. Stored as number: never changed.</summary>
public enum ConsentPurpose
{
    /// <summary>Finding one's row of the member roster and being bound to it.</summary>
    Bind = 1,
    Jobs = 2,
    LegalAid = 3,
    Hardship = 4,
    MutualAid = 5,
    Broadcast = 6,
}
