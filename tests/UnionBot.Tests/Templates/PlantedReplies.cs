// Replies in planted slices: they prove where templates are looked for.
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAidPlanted
{
    internal sealed record OfferSlots : IReply;
}

namespace UnionBot.Core.CasesPlanted.Deep
{
    internal sealed record CaseOpened : IReply;
}
