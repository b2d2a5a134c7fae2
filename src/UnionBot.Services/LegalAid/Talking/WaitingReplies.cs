using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAid.Talking;

public sealed record PutOnWaitingList : IReply;

/// <summary>What became free has gone to whoever waits behind.</summary>
public sealed record FreedIsGone : IReply;

/// <summary>What became free goes to whoever waits behind, and the person waits on.</summary>
public sealed record FreedIsLeft : IReply;

/// <param name="WasWaiting">Else there was nothing to end.</param>
public sealed record WaitingIsOver(bool WasWaiting) : IReply, ISampled<WaitingIsOver>
{
    public static IReadOnlyList<WaitingIsOver> Samples => [new(true), new(false)];
}
