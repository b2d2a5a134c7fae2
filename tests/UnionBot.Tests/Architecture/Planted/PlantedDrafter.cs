using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;

namespace UnionBot.Tests.Architecture.Planted;

/// <summary>Drafts for whatever it is told, so that nobody can see what is stored.</summary>
internal static class PlantedDrafter
{
    public static OutboundDraft Draft(PersonId person, string what, DateTimeOffset due) =>
        new(person, what, new YouAreWelcome(), due, due) { Kind = MessageKind.Answer };
}
