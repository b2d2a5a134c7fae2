using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Web.Commands;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>Registers staff's accounts and sessions.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services, ConsoleOptions settings)
    {
        // On the connection of the UnionDb of the same scope, so that a deed and its entry in the audit are one transaction.
        services.AddDbContext<SignInDb>((provider, options) =>
            options.UseNpgsql(provider.GetRequiredService<UnionDb>().Database.GetDbConnection(), SignInDb.Configure));
        services.AddIdentityCore<StaffAccount>(identity => Configure(identity, settings))
            .AddUserStore<StaffAccountStore>();
        services.AddSingleton<SentForms>();
        services.AddScoped<SignInTransactions>();
        services.AddScoped<SignInSessions>();
        services.AddScoped<StaffAccounts>();
        services.AddScoped<AccountFiles>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<CommandActors>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<SignInDesk>();
    }

    private static void Configure(IdentityOptions identity, ConsoleOptions settings)
    {
        identity.Lockout.MaxFailedAccessAttempts = settings.TriesBeforeLockOut;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(settings.LockOutMinutes);
        identity.Password.RequiredLength = settings.ShortestPassword;
        identity.Password.RequiredUniqueChars = ConsoleOptions.DifferentLetters;
        identity.Password.RequireDigit = true;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
    }
}
