using UnionBot.Chat.Dialogs;
using UnionBot.Services.Cases;

namespace UnionBot.Tests.Services.Cases;

/// <summary>Knows the cases of one person.</summary>
internal sealed class CaseProgressFake(params CaseProgress[] own) : ICaseProgress
{
    public Task<CaseProgress?> FindAsync(PersonId person, long number, CancellationToken ct) =>
        Task.FromResult(Array.Find(own, c => c.Number == number));

    public Task<IReadOnlyList<CaseProgress>> LatestAsync(PersonId person, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<CaseProgress>>([.. own.Where(c => !c.IsClosed)]);

    public Task<bool> IsAnybodyThereAsync(DateTimeOffset at, CancellationToken ct) => Task.FromResult(false);
}
