using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Plans;

namespace UnionBot.Services.Campaigns.Visits;

/// <summary>走访员: a member of staff who goes to targets of a campaign.</summary>
public sealed class Visitor
{
    public const int MostPerDay = 20;

    private Visitor() { }

    public Visitor(int campaign, long staff) => (CampaignId, StaffId) = (campaign, staff);

    public int CampaignId { get; private set; }

    public long StaffId { get; private set; }

    /// <summary>Codes of the districts they go to.</summary>
    public string[] Regions { get; private set; } = [];

    public short PerDay { get; private set; } = 8;

    public void Serve(IReadOnlyCollection<string> regions, short perDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perDay, (short)1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perDay, (short)MostPerDay);
        (Regions, PerDay) = ([.. regions], perDay);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Visitor>
    {
        public void Configure(EntityTypeBuilder<Visitor> builder)
        {
            builder.ToTable("campaign_visitor");
            builder.HasKey(v => new { v.CampaignId, v.StaffId });
            builder.HasOne<Campaign>().WithMany().HasForeignKey(v => v.CampaignId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Staff>().WithMany().HasForeignKey(v => v.StaffId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
