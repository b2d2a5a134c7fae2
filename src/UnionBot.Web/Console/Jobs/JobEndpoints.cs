using UnionBot.Core.Audit;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Jobs;

/// <summary>自动任务: how the jobs ran, when they run next, what waits, and a run besides the planned ones.</summary>
internal static class JobEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/jobs";
    public const string RunsPage = Page + "/runs";

    private const int MostRuns = 50;
    private const int MostQueued = 100;

    public static ConsoleAccess Readers { get; } = ConsoleAccess.For(RoleKind.Operator, RoleKind.Auditor, RoleKind.Administrator);

    public static ConsoleAccess Runners { get; } = ConsoleAccess.ForWhole(RoleKind.Administrator);

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, ListAsync);
        routes.MapPage(RunsPage, Readers, ListRunsAsync);
        routes.MapForm(Page, Runners, RunAsync);
    }

    public static string RunsOf(string job) => $"{RunsPage}?name={Uri.EscapeDataString(job)}";

    private static async Task<IResult> ListAsync(string? asked, ConsoleVisit visit, JobBoard board, CancellationToken ct) =>
        ConsolePages.Show<JobListPage>(
            (nameof(JobListPage.Jobs), await board.ListAsync(ct)),
            (nameof(JobListPage.Queue), await board.QueueAsync(MostQueued, ct)),
            (nameof(JobListPage.MayRun), Runners.Admits(visit.Known)),
            (nameof(JobListPage.IsAsked), asked is not null));

    private static async Task<IResult> ListRunsAsync(string? name, JobBoard board, CancellationToken ct)
    {
        var runs = name is null ? [] : await board.RunsAsync(name, MostRuns, ct);
        return runs.Count == 0
            ? ConsolePages.Missing()
            : ConsolePages.Show<JobRunsPage>((nameof(JobRunsPage.Name), name), (nameof(JobRunsPage.Runs), runs));
    }

    private static async Task<IResult> RunAsync(HttpContext http, ConsoleVisit visit, JobRequests requests, CancellationToken ct)
    {
        var job = http.Request.Field(JobListPage.JobField);
        return await requests.RunNowAsync(job, AuditActor.Staff(visit.Known.Staff), ct)
            ? ConsolePages.GoTo(Page + "?asked=1")
            : ConsolePages.Missing();
    }
}
