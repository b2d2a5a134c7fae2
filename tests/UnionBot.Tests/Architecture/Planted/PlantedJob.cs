using UnionBot.Chat.Dialogs;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;

namespace UnionBot.Tests.Architecture.Planted;

/// <summary>Planted names: the collector must see a job's, an occasion's and a case's.</summary>
internal sealed class PlantedJob : IJob
{
    public static string Name => "planted/job";

    public static JobSchedule Schedule => JobSchedule.DailyAt(6);

    public static MissedRuns Missed => MissedRuns.Latest;

    public Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct) => Task.FromResult(new JobReport(0));

    public static OutboundDraft Draft(PersonId person, long id, DateTimeOffset due) =>
        new(person, $"planted/occasion/{id}", new YouAreWelcome(), due, due) { Kind = MessageKind.Answer };

    public static Effect HandOver() => new Effect.HandOver("handover/planted");
}
