using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Services.Membership.Binding;
using UnionBot.Services.Membership.Codes;
using UnionBot.Services.Membership.MyData;

namespace UnionBot.Services.Membership;

internal static class MembershipTables
{
    extension(UnionDb db)
    {
        public DbSet<OneTimeCode> OneTimeCodes => db.Set<OneTimeCode>();

        public DbSet<BindCode> BindCodes => db.Set<BindCode>();

        public DbSet<BindCodeTry> BindCodeTries => db.Set<BindCodeTry>();

        public DbSet<MyDataLink> MyDataLinks => db.Set<MyDataLink>();

        public DbSet<DeletionRequest> DeletionRequests => db.Set<DeletionRequest>();
    }
}
