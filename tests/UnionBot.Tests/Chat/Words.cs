using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;
using UnionBot.Core.Data;

namespace UnionBot.Tests.Chat;

/// <summary>The product's templates, read once for all tests.</summary>
internal static class Words
{
    public static TemplateBook Book { get; } = TemplateBook.Load(
        Tree.Templates, typeof(IReply).Assembly, typeof(UnionDb).Assembly, System.Reflection.Assembly.Load("UnionBot.Services"));

    public static string Of(IReadOnlyList<IReply> replies) => Book.Word(replies);
}
