using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.MyData;

/// <summary>What the union keeps about the person who asks. Does not save.</summary>
internal interface IMyData
{
    /// <summary>In short and masked, for a chat that others may see.</summary>
    Task<ShowMyData> SummariseAsync(Speaker speaker, CancellationToken ct);

    /// <summary>Opens a link to a whole copy, which shows nothing before the fresh code is typed on its page.</summary>
    Task<Uri> OpenLinkAsync(Speaker speaker, CancellationToken ct);
}
