using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;
using UnionBot.Tests.Architecture;

namespace UnionBot.Tests.Chat;

/// <summary>The product's templates, read once for all tests.</summary>
internal static class Words
{
    public static TemplateBook Book { get; } = TemplateBook.Load(Tree.Templates, Product.Assemblies);

    public static string Of(IReadOnlyList<IReply> replies) => Book.Word(replies);
}
