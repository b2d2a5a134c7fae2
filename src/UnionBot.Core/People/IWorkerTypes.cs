using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.People;

/// <summary>What kinds of workers people are (货车司机, 农民工 …), as far as rosters say, for the figures of any service.</summary>
public interface IWorkerTypes
{
    /// <summary>Somebody may be of several kinds, and of none.</summary>
    Task<ILookup<PersonId, string>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken ct);
}
