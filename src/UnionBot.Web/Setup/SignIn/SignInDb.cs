using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>How staff sign in, in a schema of its own with migrations of its own.</summary>
internal sealed class SignInDb(DbContextOptions<SignInDb> options) : DbContext(options)
{
    public const string Schema = "sign_in";

    private const int LongestHash = 256;

    public DbSet<StaffAccount> Accounts => Set<StaffAccount>();

    public DbSet<SignInSession> Sessions => Set<SignInSession>();

    /// <summary>The migrations' own list lies in the schema, too.</summary>
    public static void Configure(NpgsqlDbContextOptionsBuilder npgsql) => npgsql.MigrationsHistoryTable("__EFMigrationsHistory", Schema);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<StaffAccount>(account =>
        {
            account.ToTable("account");
            account.Property(a => a.Id).ValueGeneratedNever();
            account.Property(a => a.UserName).HasMaxLength(AccountName.Longest);
            account.Property(a => a.NormalizedUserName).HasMaxLength(AccountName.Longest);
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();

            // How to reach somebody stands on the list of staff.
            account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
            account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
            account.Ignore(a => a.MustChangePassword);
        });
        modelBuilder.Entity<IdentityUserToken<long>>(token =>
        {
            token.ToTable("account_secret");
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.HasOne<StaffAccount>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SignInSession>(session =>
        {
            session.ToTable("session");
            session.HasKey(s => s.Hash);
            session.Property(s => s.Hash).HasMaxLength(LongestHash);
            session.Property(s => s.Device).HasMaxLength(SignInSession.LongestDevice);
            session.HasOne<StaffAccount>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SentForm>(form =>
        {
            form.ToTable("sent_form");
            form.HasKey(f => f.Key);
            form.HasIndex(f => f.SentAt);
        });
        SnakeCase.Apply(modelBuilder);
    }
}
