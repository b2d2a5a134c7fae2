using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Console.Jobs;

namespace UnionBot.SystemTests.StaffConsole;

public sealed class JobPageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private const string Page = "/console/jobs";
    private const string Job = "vacancies/expire";

    [Fact]
    public async Task Every_job_has_a_title_in_Chinese()
    {
        await using var scope = console.Bot.Services.CreateAsyncScope();
        var jobs = await scope.ServiceProvider.GetRequiredService<JobBoard>().ListAsync(CancellationToken.None);

        Assert.NotEmpty(jobs);
        Assert.All(jobs, job => Assert.NotEqual(job.Name, JobTexts.TitleOf(job.Name)));
    }

    [Fact]
    public async Task An_administrator_has_a_job_done_now_and_sees_how_it_went()
    {
        var staff = await console.AddReadyAsync("runner", RoleKind.Administrator);
        await KnownAsync();
        await staff.Browser.OpenAsync(Page);

        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(Page, ("job", Job)));
        await staff.Browser.FollowAsync();

        Assert.Contains("已经安排", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(1L, await AskedAsync(staff.Staff));
        await Eventually.HoldsAsync(async () => await staff.Browser.OpenAsync($"{Page}/runs?name={Job}") == HttpStatusCode.OK);
        Assert.Contains("办了 0 条", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_administers_a_part_of_the_tree_runs_nothing_for_all()
    {
        var staff = await console.AddReadyAsync("part", RoleKind.Administrator);
        await console.BelongToDistrictAsync(staff.Staff);
        await KnownAsync();
        await staff.Browser.OpenAsync(Page);
        Assert.DoesNotContain("现在做一次", staff.Browser.Page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.SubmitAsync(Page, ("job", Job)));
        Assert.Equal(0L, await AskedAsync(staff.Staff));
    }

    [Fact]
    public async Task What_failed_is_seen_with_its_error()
    {
        var staff = await console.AddReadyAsync("looker", RoleKind.Auditor);
        await console.Database.ExecuteAsync(
            """
            INSERT INTO job_run (name, due, started_at, ended_at, done, skipped, error)
            VALUES ('vacancies/forget-calls', now(), now() + interval '1 day', now() + interval '1 day', 0, 0, 'TimeoutException')
            """);

        await staff.Browser.OpenAsync(Page);

        Assert.Contains("没做成（TimeoutException）", staff.Browser.Page, StringComparison.Ordinal);
    }

    /// <summary>The bot has begun to keep the job's schedule.</summary>
    private Task KnownAsync() => Eventually.HoldsAsync(
        async () => await console.Database.ScalarAsync<long>("SELECT count(*) FROM job_schedule WHERE name = $1", Job) == 1);

    private Task<long> AskedAsync(long staff) => console.Database.ScalarAsync<long>(
        "SELECT count(*) FROM audit_entry WHERE action = 'job/asked' AND actor_id = $1", staff);
}
