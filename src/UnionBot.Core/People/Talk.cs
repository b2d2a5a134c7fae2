using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.People;

/// <summary>Where the talk with one person stands. One row a person, changed by every message.</summary>
public sealed class Talk
{
    private Talk() { }

    public PersonId PersonId { get; private set; }

    /// <summary>Counts the turns; a turn commits only upon the version it was decided on.</summary>
    public int Version { get; private set; }

    /// <summary>The <see cref="TalkState"/>, encrypted; null while it is fresh.</summary>
    public byte[]? State { get; private set; }

    /// <summary>When the person last wrote with their own words, which opens the window for staff's answers; null before. UTC.</summary>
    public DateTimeOffset? TypedAt { get; private set; }

    /// <summary>When the person last wrote or did anything, which tells a pause; null before. UTC.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>True while something waits in the ledger to be told when the person next writes.</summary>
    public bool HasHeld { get; private set; }

    /// <summary>Until when a member of staff owns the talk and the bot is silent; null when nobody does. UTC.</summary>
    public DateTimeOffset? OwnedUntil { get; private set; }

    /// <summary>
    /// Until when a session with the platform's own customer service silences the bot, should its end never be told;
    /// null when none is open. UTC.
    /// </summary>
    public DateTimeOffset? SessionUntil { get; private set; }

    /// <summary>When the newest event of such a session happened: an older one that comes later is overtaken. UTC.</summary>
    public DateTimeOffset? SessionAt { get; private set; }

    /// <summary>A member of staff takes over or goes on.</summary>
    public void Own(DateTimeOffset until) => OwnedUntil = until;

    /// <summary>The bot answers again.</summary>
    public void HandBack() => OwnedUntil = null;

    internal sealed class Configuration : IEntityTypeConfiguration<Talk>
    {
        public void Configure(EntityTypeBuilder<Talk> builder)
        {
            builder.ToTable("talk");
            builder.HasKey(t => t.PersonId);
            builder.Property(t => t.PersonId).ValueGeneratedNever();
            builder.HasOne<Person>().WithOne().HasForeignKey<Talk>(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
