namespace UnionBot.Services.Knowledge;

/// <summary>Where words go that nobody understood, for staff to look at.</summary>
internal interface IUnansweredWords
{
    /// <summary>Keeps them without numbers and without whose they are.</summary>
    Task KeepAsync(string words, DateTimeOffset at, CancellationToken ct);
}
