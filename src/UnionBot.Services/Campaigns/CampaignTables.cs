using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Services.Campaigns.Households;
using UnionBot.Services.Campaigns.Money;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Sites;
using UnionBot.Services.Campaigns.Stock;
using UnionBot.Services.Campaigns.Targets;
using UnionBot.Services.Campaigns.Visits;

namespace UnionBot.Services.Campaigns;

internal static class CampaignTables
{
    extension(UnionDb db)
    {
        public DbSet<Household> Households => db.Set<Household>();

        public DbSet<HouseholdPerson> HouseholdPeople => db.Set<HouseholdPerson>();

        public DbSet<WorkSite> WorkSites => db.Set<WorkSite>();

        public DbSet<Campaign> Campaigns => db.Set<Campaign>();

        public DbSet<CampaignStage> CampaignStages => db.Set<CampaignStage>();

        public DbSet<CampaignKit> CampaignKits => db.Set<CampaignKit>();

        public DbSet<CampaignTarget> CampaignTargets => db.Set<CampaignTarget>();

        public DbSet<Visitor> Visitors => db.Set<Visitor>();

        public DbSet<Visit> Visits => db.Set<Visit>();

        public DbSet<BudgetLine> BudgetLines => db.Set<BudgetLine>();

        public DbSet<StockItem> StockItems => db.Set<StockItem>();

        public DbSet<StockLot> StockLots => db.Set<StockLot>();
    }
}
