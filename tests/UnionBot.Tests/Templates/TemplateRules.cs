using System.Text;
using UnionBot.Chat.Templates;
using UnionBot.Tests.Architecture;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Templates;

public sealed class TemplateRules
{
    /// <summary>What the platform takes in one message, in bytes of UTF-8.</summary>
    private const int LongestMessage = 2048;

    private static readonly string Folder = Path.Combine(Tree.Templates, "replies");

    public static TheoryData<string> Replies => [.. ReplyType.In(Product.Assemblies).Select(t => t.Path)];

    [Fact]
    public void Every_reply_has_a_template_and_every_template_a_reply()
    {
        var templates = Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.ChangeExtension(Path.GetRelativePath(Folder, f), null).Replace('\\', '/'));

        Assert.Equal(ReplyType.In(Product.Assemblies).Select(t => t.Path).Order(), templates.Order());
    }

    [Theory]
    [MemberData(nameof(Replies))]
    public void Every_reply_renders_from_its_samples_within_one_message(string path)
    {
        var type = ReplyType.In(Product.Assemblies).Single(t => t.Path == path);

        Assert.All(type.Samples(), sample =>
        {
            var text = Words.Book.Word(sample);
            Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, LongestMessage);
            Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        });
    }
}
