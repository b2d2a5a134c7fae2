using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Web.Channels;

/// <summary>A way to reach many. Only <see cref="MassSender"/> sends by it, so that everybody is in the ledger.</summary>
internal interface IMassChannel
{
    /// <summary>Tries once to send. Never throws for what the platform answers or fails to answer.</summary>
    /// <param name="clientId">By which the platform knows a repeated call, where it does.</param>
    Task<SendFate> SendAsync(SendAttempt attempt, PersonalContent content, string clientId, CancellationToken ct);

    /// <summary>The same to a whole list.</summary>
    Task<SendFate> SendListAsync(MassSlice list, ListContent content, CancellationToken ct);

    /// <summary>
    /// Makes a copy of a draft (草稿), for a list to be sent it: a send uses its draft up. Until it is finished its title is a name of
    /// ours, by which it is found when nobody learnt its id.
    /// </summary>
    Task<DraftCopy> CopyDraftAsync(ListContent.Articles original, string name, SendAttempt first, CancellationToken ct);

    /// <summary>Looks for a copy that was made under a name.</summary>
    /// <param name="since">When it was begun; UTC, by the platform's clock.</param>
    /// <returns>Null when there is none.</returns>
    Task<DraftCopy?> FindDraftAsync(string name, DateTimeOffset since, SendAttempt first, CancellationToken ct);

    /// <summary>Gives a copy the title of its original; doing it again does no harm.</summary>
    /// <returns>Null when it is ready to be sent, or gone, which the send will tell; else what becomes of the list.</returns>
    Task<SendFate?> FinishDraftAsync(string draftId, ListContent.Articles original, SendAttempt first, CancellationToken ct);

    /// <summary>Removes a copy that is not sent.</summary>
    Task RemoveDraftAsync(string draftId, CancellationToken ct);

    /// <summary>Makes a tag (标签), or finds the one of this name.</summary>
    Task<MadeTag> MakeTagAsync(string name, CancellationToken ct);

    /// <summary>Puts people under a tag, or takes them out; doing it again does no harm.</summary>
    /// <returns>
    /// What became of each: accepted, failed for good, or neither (queued, or held until staff have looked).
    /// </returns>
    Task<IReadOnlyList<MassOutcome>> TagAsync(int tagId, IReadOnlyList<SendAttempt> people, bool on, CancellationToken ct);

    /// <summary>Removes a tag.</summary>
    /// <returns>Whether it is gone; null when so many carry it that they are to be taken out first.</returns>
    Task<bool?> RemoveTagAsync(int tagId, CancellationToken ct);

    /// <summary>Looks for those in a list whom the platform does not know, or who do not follow any more.</summary>
    /// <returns>What becomes of each of them; null when the platform did not say.</returns>
    Task<IReadOnlyList<MassOutcome>?> FindStrangersAsync(MassSlice list, CancellationToken ct);
}

/// <summary>A draft for one list.</summary>
/// <param name="MediaId">Null when it could not be made.</param>
/// <param name="Fate">What then becomes of the list.</param>
internal sealed record DraftCopy(string? MediaId, SendFate Fate);

/// <summary>A tag of the account.</summary>
/// <param name="Id">Null when it could not be made.</param>
/// <param name="Fate">What then becomes of the broadcast.</param>
internal sealed record MadeTag(int? Id, SendFate Fate);
