using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>Gives the migration tool the model of sign-in; never used when the bot runs.</summary>
internal sealed class DesignTimeSignInDb : IDesignTimeDbContextFactory<SignInDb>
{
    public SignInDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SignInDb>().UseNpgsql(SignInDb.Configure).Options);
}
