using Microsoft.EntityFrameworkCore;
using UnionBot.Web.Setup.Database.Prepared;

namespace UnionBot.Web.Setup.Database;

internal static partial class DatabaseSchema
{
    // To find out by reflection what all tables look like took a third of a start.
    static partial void UsePreparedModel(DbContextOptionsBuilder options) => options.UseModel(UnionDbModel.Instance);
}
