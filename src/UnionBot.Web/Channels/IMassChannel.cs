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
}
