using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Services.Broadcasts;

internal static class BroadcastTables
{
    extension(UnionDb db)
    {
        public DbSet<Broadcast> Broadcasts => db.Set<Broadcast>();
    }
}
