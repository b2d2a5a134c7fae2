namespace UnionBot.SystemTests.Talks;

/// <summary>Where a talk is held: a bot with what it knows, and one worker who writes to it.</summary>
internal interface ITalkStage
{
    /// <summary>The worker says this.</summary>
    Task SayAsync(string words);

    /// <summary>The worker does this; one that cannot be done here throws <see cref="InvalidDataException"/>.</summary>
    Task DoAsync(TalkDeed deed);

    /// <summary>Staff do this, unseen by the worker.</summary>
    Task WorkAsync(TalkDeed deed);

    /// <summary>What the worker reads after the last word or deed.</summary>
    Task<string> HearAsync();
}
