using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Web.Channels;

/// <summary>
/// Sees to it that a list of articles has a draft of its own. That it is made, and its id, are written down before it is sent: a host that
/// takes the list over looks for it, and sends the very same.
/// </summary>
internal sealed class DraftCopies(MassOutcomes outcomes, IMassChannel channel, PatientWriter writer)
{
    /// <summary>What a copy is called in the back office while it is made.</summary>
    /// <param name="clientKey">Of the list it is for.</param>
    internal static string NameOf(string clientKey) => $"群发副本 {clientKey}";

    /// <param name="original">The draft that staff made, which stays.</param>
    public async Task<DraftCopy> ForAsync(MassSlice slice, ListContent.Articles original)
    {
        var copy = slice.DraftId is { } kept ? new DraftCopy(kept, new SendFate(OutboundStatus.Accepted)) : await MakeAsync(slice, original);
        if (copy.MediaId is not { } draft) return copy;

        return await channel.FinishDraftAsync(draft, original, slice.People[0], CancellationToken.None) is { } unfinished
            ? new DraftCopy(null, unfinished)
            : copy;
    }

    /// <summary>What was not there when it was to be sent is made again.</summary>
    public Task ForgetAsync(MassSlice slice) =>
        writer.RunAsync(() => outcomes.KeepDraftAsync(slice, draftId: null, CancellationToken.None));

    private async Task<DraftCopy> MakeAsync(MassSlice slice, ListContent.Articles original)
    {
        var name = NameOf(slice.ClientKey);
        await writer.RunAsync(() => outcomes.BeginDraftAsync(slice, CancellationToken.None));
        var lost = slice.DraftAt is { } since ? await channel.FindDraftAsync(name, since, slice.People[0], CancellationToken.None) : null;
        var copy = lost ?? await channel.CopyDraftAsync(original, name, slice.People[0], CancellationToken.None);
        if (copy.MediaId is not { } draft) return copy;

        var isOurs = true;
        await writer.RunAsync(async () => isOurs = await outcomes.KeepDraftAsync(slice, draft, CancellationToken.None));
        if (isOurs) return copy;

        // Whoever has the list in hand by now did not find this one.
        await channel.RemoveDraftAsync(draft, CancellationToken.None);
        return new DraftCopy(null, new SendFate(OutboundStatus.Queued, TimeSpan.Zero));
    }
}
