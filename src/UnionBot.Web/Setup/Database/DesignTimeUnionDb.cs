using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Database;

/// <summary>Gives the migration tool the whole model; never used when the bot runs.</summary>
internal sealed class DesignTimeUnionDb : IDesignTimeDbContextFactory<UnionDb>
{
    public UnionDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<UnionDb>().UseNpgsql().Options, DatabaseSchema.Model);
}
