using Microsoft.AspNetCore.RateLimiting;
using UnionBot.Core.People;
using UnionBot.Web.Channels;
using UnionBot.Web.Console.Accounts;
using UnionBot.Web.Console.Broadcasts;
using UnionBot.Web.Console.Cases;
using UnionBot.Web.Console.Duty;
using UnionBot.Web.Console.Imports;
using UnionBot.Web.Console.LegalAid;
using UnionBot.Web.Console.Outbox;
using UnionBot.Web.Console.Sentences;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Console.Shared;

/// <summary>Registers the console.</summary>
internal static class ConsoleServices
{
    /// <summary>How often passwords and codes may be tried from one address.</summary>
    public const string SignInLimit = "console/sign-in";

    public static void AddConsole(this IServiceCollection services, ConsoleOptions settings)
    {
        services.AddScoped<ConsoleVisit>();
        services.AddScoped<ConsoleEntrance>();
        services.AddScoped<OrganisationFinder>();
        services.AddScoped<AccountRoom>();
        services.AddScoped<CaseRoom>();
        services.AddScoped<FigureRoom>();
        services.AddScoped<DutyRoom>();
        services.AddScoped<OutboxRoom>();
        services.AddScoped<ImportKinds>();
        services.AddScoped<SentenceRoom>();
        services.AddScoped<LegalAidReach>();
        services.AddScoped<BookingOfCase>();
        services.AddScoped<ConflictRoom>();
        services.AddScoped<GroupRoom>();
        services.AddScoped<WalkInAccounts>();
        services.AddScoped<BookingDesk>();
        services.AddScoped<BookingRoom>();
        services.AddScoped<MoveRoom>();
        services.AddScoped<StoryRoom>();
        services.AddScoped<OutcomeRoom>();
        services.AddScoped<BroadcastTyping>();
        services.AddScoped<AudienceChoices>();
        services.AddScoped<BroadcastRoom>();
        services.AddScoped<ComposeRoom>();
        services.Configure<RateLimiterOptions>(options => options.AddPolicy(
            SignInLimit, http => Minute.Window("sign-in/" + ClientNetwork.Of(http.Connection.RemoteIpAddress), settings.TriesPerAddressAndMinute)));
    }
}
