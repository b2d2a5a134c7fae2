using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Toys;

/// <summary>A talk with all toy dialogs.</summary>
internal static class ToyTalk
{
    public static readonly IDialog[] Dialogs = [new BookToy(), new CardToy(), new BindToy(), new BookingToy(), new HardshipToy()];

    public static Vocabulary Vocabulary { get; } = Vocabulary.LoadFiles(
        Tree.Templates, [Path.Combine(Tree.Root, "tests", "UnionBot.Tests", "Chat", "Toys", "toys.yaml")]);

    public static Talk New() => new(
        Vocabulary, ConversationOptions.Default with { BindingDialog = "toys/bind" }, Dialogs);
}
