using UnionBot.Web.Console.Accounts;
using UnionBot.Web.Console.Binding;
using UnionBot.Web.Console.Broadcasts;
using UnionBot.Web.Console.Cases;
using UnionBot.Web.Console.Duty;
using UnionBot.Web.Console.Imports;
using UnionBot.Web.Console.Jobs;
using UnionBot.Web.Console.LegalAid;
using UnionBot.Web.Console.Outbox;
using UnionBot.Web.Console.Phones;
using UnionBot.Web.Console.Sentences;
using UnionBot.Web.Console.SignIn;
using UnionBot.Web.Console.Subscriptions;
using UnionBot.Web.Console.Vacancies;

namespace UnionBot.Web.Console.Shared;

/// <summary>The addresses of the console.</summary>
internal static class ConsoleEndpoints
{
    /// <summary>Below which all of them are.</summary>
    public const string Root = "/console";

    public static void MapConsole(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Root, ConsoleAccess.SignedIn, (ConsoleVisit visit) => ConsolePages.GoTo(ConsoleMenu.FirstOf(visit.Known)));
        routes.MapSignIn();
        routes.MapCases();
        routes.MapPhoneLists();
        routes.MapBindCodes();
        routes.MapDuty();
        routes.MapBroadcasts();
        routes.MapOutbox();
        routes.MapJobs();
        routes.MapVacancies();
        routes.MapAccounts();
        routes.MapSentences();
        routes.MapImports();
        routes.MapSubscriptions();
        routes.MapLegalAid();
        routes.MapFigures();
    }
}
