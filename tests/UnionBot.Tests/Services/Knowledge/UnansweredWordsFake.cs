using UnionBot.Services.Knowledge;

namespace UnionBot.Tests.Services.Knowledge;

internal sealed class UnansweredWordsFake : IUnansweredWords
{
    public List<string> Kept { get; } = [];

    public Task KeepAsync(string words, DateTimeOffset at, CancellationToken ct)
    {
        Kept.Add(words);
        return Task.CompletedTask;
    }
}
