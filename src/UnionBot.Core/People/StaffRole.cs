using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Core.People;

/// <summary>What a member of staff may do, and for which part of the tree: their own node and all below it.</summary>
public sealed class StaffRole
{
    private StaffRole() { }

    /// <param name="organisation">Null for the whole union, people of no organisation included.</param>
    public StaffRole(long staff, RoleKind kind, long? organisation) => (StaffId, Kind, OrganisationId) = (staff, kind, organisation);

    public long Id { get; private set; }

    public long StaffId { get; private set; }

    public RoleKind Kind { get; private set; }

    /// <summary>The node they have it for; null for the whole union.</summary>
    public long? OrganisationId { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StaffRole>
    {
        public void Configure(EntityTypeBuilder<StaffRole> builder)
        {
            builder.ToTable("staff_role");
            builder.Property(r => r.Kind).HasConversion<short>();
            builder.HasIndex(r => new { r.StaffId, r.Kind, r.OrganisationId }).IsUnique().AreNullsDistinct(false);
            builder.HasOne<Staff>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The roles of staff. Stored as number: never changed.</summary>
public enum RoleKind : short
{
    /// <summary>经办: works on cases, writes what is sent.</summary>
    Operator = 0,

    /// <summary>审批: releases what an operator wrote.</summary>
    Approver = 1,

    /// <summary>审计: sees what was done, changes nothing.</summary>
    Auditor = 2,

    /// <summary>劳动法律监督员.</summary>
    LegalSupervisor = 3,

    /// <summary>走访负责人.</summary>
    VisitorLead = 4,

    /// <summary>管理员: gives accounts and roles.</summary>
    Administrator = 5,
}
