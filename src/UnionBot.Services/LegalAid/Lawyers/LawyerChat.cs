using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Lawyers;

/// <summary>
/// The chat in which a lawyer works, bound by a code from staff. Lawyers of law firms are no members of staff: no case and no alarm comes
/// to them.
/// </summary>
public sealed class LawyerChat
{
    /// <summary>How long a bind code can be typed, on real time.</summary>
    public static readonly TimeSpan CodeGoodFor = TimeSpan.FromMinutes(10);

    /// <summary>So many wrong codes, from whomever, and none that is open can be used any more.</summary>
    public const int MostTries = 5;

    private LawyerChat() { }

    internal LawyerChat(long lawyer) => LawyerId = lawyer;

    public long LawyerId { get; private set; }

    /// <summary>Their own talk with the bot; null until they have bound it, and once it was unbound.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>Keyed hash of the open bind code; null when there is none.</summary>
    public byte[]? CodeHash { get; private set; }

    /// <summary>Until when the code can be typed, on real time; null when there is none. UTC.</summary>
    public DateTimeOffset? CodeUntil { get; private set; }

    /// <summary>How many wrong codes have been typed while this one was open.</summary>
    public short CodeTries { get; private set; }

    /// <summary>Opens a bind code in place of an earlier one.</summary>
    /// <param name="realNow">Real time; UTC.</param>
    internal void OpenCode(byte[] hash, DateTimeOffset realNow) => (CodeHash, CodeUntil, CodeTries) = (hash, realNow + CodeGoodFor, 0);

    internal bool HasCode(byte[] hash, DateTimeOffset realNow) =>
        CodeUntil > realNow && CodeTries < MostTries && CryptographicOperations.FixedTimeEquals(CodeHash, hash);

    /// <summary>Counts no further than it takes to close the code.</summary>
    internal void CountWrongCode() => CodeTries = (short)Math.Min(CodeTries + 1, MostTries);

    /// <summary>From now on this person is this lawyer; the code is used up.</summary>
    internal void Bind(PersonId person) => (PersonId, CodeHash, CodeUntil, CodeTries) = (person, null, null, 0);

    internal void Unbind() => (PersonId, CodeHash, CodeUntil, CodeTries) = (null, null, null, 0);

    internal sealed class Configuration : IEntityTypeConfiguration<LawyerChat>
    {
        public void Configure(EntityTypeBuilder<LawyerChat> builder)
        {
            builder.ToTable("legal_lawyer_chat");
            builder.HasKey(c => c.LawyerId);
            builder.Property(c => c.LawyerId).ValueGeneratedNever();
            builder.HasIndex(c => c.PersonId).IsUnique();
            builder.HasIndex(c => c.CodeUntil).HasFilter("code_until IS NOT NULL");
            builder.HasOne<Lawyer>().WithOne().HasForeignKey<LawyerChat>(c => c.LawyerId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.SetNull);
        }
    }
}
