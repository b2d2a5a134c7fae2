using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.People;
using UnionBot.Services.Duty;

namespace UnionBot.Tests.Services.Duty;

/// <summary>Binds every code, and answers alarms as it is told.</summary>
internal sealed class DutyDeskFake : IDutyDesk
{
    public Acknowledgement? Answer { get; set; }

    public bool WasAsked { get; private set; }

    public long? Alarm { get; private set; }

    public IReadOnlyList<Acknowledgement>? Answers { get; set; }

    public IReadOnlyCollection<long>? Alarms { get; private set; }

    public string? Code { get; private set; }

    public PresentDuty? Duty { get; set; }

    public Task<BindOutcome> BindAsync(PersonId person, string code, CancellationToken ct)
    {
        (WasAsked, Code) = (true, code);
        return Task.FromResult(BindOutcome.Bound);
    }

    public Task<Acknowledgement?> AcknowledgeAsync(PersonId person, long? number, CancellationToken ct)
    {
        (WasAsked, Alarm) = (true, number);
        return Task.FromResult(Answer);
    }

    public Task<IReadOnlyList<Acknowledgement>?> AcknowledgeEachAsync(
        PersonId person, IReadOnlyCollection<long>? numbers, CancellationToken ct)
    {
        (WasAsked, Alarms) = (true, numbers);
        return Task.FromResult(Answers);
    }

    public Task<PresentDuty?> DutyOfAsync(PersonId person, CancellationToken ct) => Task.FromResult(Duty);
}
