using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.People;

/// <summary>A member of the union's staff (工作人员), who works on cases and is called in an emergency.</summary>
public sealed class Staff
{
    /// <summary>How long a bind code can be typed, on real time.</summary>
    public static readonly TimeSpan CodeGoodFor = TimeSpan.FromMinutes(10);

    /// <summary>So many wrong codes, from whomever, and none that is open can be used any more.</summary>
    public const int MostTries = 5;

    private Staff() { }

    /// <param name="id">Taken from the table's sequence before, since the name is sealed for it.</param>
    /// <param name="name">The sealed name.</param>
    /// <param name="organisation">The organisation they work for; null when it is not known.</param>
    public Staff(long id, byte[] name, long? organisation) => (Id, Name, OrganisationId) = (id, name, organisation);

    /// <summary>The number by which commands name them.</summary>
    public long Id { get; private set; }

    /// <summary>The name, encrypted.</summary>
    public byte[] Name { get; private set; } = [];

    public long? OrganisationId { get; private set; }

    /// <summary>Their own talk with the bot, by which they are called; null until they have bound it.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>False once they have left: their deeds stay, they can do nothing more.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Keyed hash of the open bind code; null when there is none.</summary>
    public byte[]? CodeHash { get; private set; }

    /// <summary>Until when the code can be typed, on real time; null when there is none. UTC.</summary>
    public DateTimeOffset? CodeUntil { get; private set; }

    /// <summary>How many wrong codes have been typed while this one was open.</summary>
    public short CodeTries { get; private set; }

    /// <summary>Opens a bind code in place of an earlier one.</summary>
    /// <param name="realNow">Real time; UTC.</param>
    public void OpenCode(byte[] hash, DateTimeOffset realNow) =>
        (CodeHash, CodeUntil, CodeTries) = (hash, realNow + CodeGoodFor, 0);

    public bool HasCode(byte[] hash, DateTimeOffset realNow) =>
        IsActive && CodeUntil > realNow && CodeTries < MostTries && CryptographicOperations.FixedTimeEquals(CodeHash, hash);

    /// <summary>Counts no further than it takes to close the code: a count that runs over would open it again.</summary>
    public void CountWrongCode() => CodeTries = (short)Math.Min(CodeTries + 1, MostTries);

    /// <summary>From now on this person is this member of staff; the code is used up.</summary>
    public void Bind(PersonId person)
    {
        if (!IsActive) throw new InvalidOperationException("Who has left cannot be bound.");
        PersonId = person;
        CloseCode();
    }

    /// <summary>They have left.</summary>
    public void Leave()
    {
        (IsActive, PersonId) = (false, null);
        CloseCode();
    }

    private void CloseCode() => (CodeHash, CodeUntil, CodeTries) = (null, null, 0);

    internal sealed class Configuration : IEntityTypeConfiguration<Staff>
    {
        public void Configure(EntityTypeBuilder<Staff> builder)
        {
            builder.ToTable("staff");
            builder.Property(s => s.Id).UseIdentityByDefaultColumn();
            builder.HasIndex(s => s.PersonId).IsUnique();
            builder.HasIndex(s => s.CodeUntil).HasFilter("code_until IS NOT NULL");

            builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);

            // Who has their data erased stays on the staff list, but can no longer be reached.
            builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.SetNull);
        }
    }
}
