using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>A lawyer who gives consultations for the union.</summary>
public sealed class Lawyer
{
    public const int LongestName = 20;
    public const int LongestOffice = 60;

    private Lawyer() { }

    /// <param name="id">Taken from the table's sequence before, since the name is sealed for it.</param>
    /// <param name="name">Sealed.</param>
    /// <param name="nameHash">Of name and office, by which lists know them.</param>
    public Lawyer(long id, byte[] name, byte[] nameHash, LawyerFacts facts)
    {
        (Id, Name, NameHash) = (id, name, nameHash);
        Describe(facts);
    }

    public long Id { get; private set; }

    /// <summary>The name, encrypted.</summary>
    public byte[] Name { get; private set; } = [];

    public byte[] NameHash { get; private set; } = [];

    public string Office { get; private set; } = "";

    public string[] Skills { get; private set; } = [];

    public string[] Dialects { get; private set; } = [];

    public ConsultationModes Modes { get; private set; }

    public bool IsWoman { get; private set; }

    public bool Signs { get; private set; }

    public bool NewForms { get; private set; }

    public bool IsDemo { get; private set; }

    /// <summary>False once they do not work for the union any more.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>The member of staff they are signed in as; null while they have none.</summary>
    public long? StaffId { get; private set; }

    /// <summary>The union whose lawyer it is, whose staff and those above see them; null for the top of the tree.</summary>
    public long? OrganisationId { get; private set; }

    /// <returns>Whether anything changed.</returns>
    public bool BelongTo(long? organisation)
    {
        if (OrganisationId == organisation) return false;

        OrganisationId = organisation;
        return true;
    }

    /// <returns>Whether anything changed.</returns>
    public bool Describe(LawyerFacts facts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(facts.Office);
        if (facts.Modes is ConsultationModes.None) throw new ArgumentException("Nobody could speak with them.", nameof(facts));

        string[] skills = [.. facts.Skills], dialects = [.. facts.Dialects];
        var isSame = (Office, Modes, IsWoman, Signs, NewForms, IsDemo, IsActive) ==
            (facts.Office, facts.Modes, facts.IsWoman, facts.Signs, facts.NewForms, facts.IsDemo, true)
            && Skills.SequenceEqual(skills) && Dialects.SequenceEqual(dialects);
        (Office, Modes, IsWoman, Signs, NewForms, IsDemo, IsActive) =
            (facts.Office, facts.Modes, facts.IsWoman, facts.Signs, facts.NewForms, facts.IsDemo, true);
        (Skills, Dialects) = (skills, dialects);
        return !isSame;
    }

    /// <summary>From now on this member of staff is this lawyer; null takes it back.</summary>
    public void SignInAs(long? staff) => StaffId = staff;

    /// <summary>They do not work for the union any more; what they did stays.</summary>
    public void Leave() => (IsActive, StaffId) = (false, null);

    internal sealed class Configuration : IEntityTypeConfiguration<Lawyer>
    {
        public void Configure(EntityTypeBuilder<Lawyer> builder)
        {
            builder.ToTable("legal_lawyer");
            builder.Property(l => l.Id).UseIdentityByDefaultColumn();
            builder.Property(l => l.Office).HasMaxLength(LongestOffice);
            builder.Property(l => l.Modes).HasConversion<short>();
            builder.HasIndex(l => l.NameHash).IsUnique();
            builder.HasIndex(l => l.StaffId).IsUnique();
            builder.HasIndex(l => l.OrganisationId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(l => l.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Staff>().WithMany().HasForeignKey(l => l.StaffId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
