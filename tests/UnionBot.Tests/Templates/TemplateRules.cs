using System.Text;
using UnionBot.Chat.Templates;
using UnionBot.Tests.Architecture;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Templates;

public sealed class TemplateRules
{
    /// <summary>What the platform takes in one message, in bytes of UTF-8.</summary>
    private const int LongestMessage = 2048;

    /// <summary>Words of the system, not of people: 您 is never a 用户.</summary>
    private static readonly string[] SystemWords = ["用户", "意图", "工单", "超时", "会话"];

    private static readonly string Folder = Path.Combine(Tree.Templates, "replies");

    public static TheoryData<string> Replies => [.. ReplyType.In(Product.Assemblies).Select(t => t.Path)];

    [Fact]
    public void Every_reply_has_a_template_and_every_template_a_reply() =>
        Rule.IsKept(Unmatched(ReplyType.In(Product.Assemblies), TemplatesIn(Folder)));

    [Fact]
    public void The_rule_catches_a_planted_reply_and_a_planted_template()
    {
        var types = ReplyType.In([.. Product.Assemblies, typeof(TemplateRules).Assembly]);
        var unmatched = Unmatched(types, [.. TemplatesIn(Folder), "chat/planted"]).ToArray();

        Assert.Contains("legal-aid-planted/offer-slots", unmatched);
        Assert.Contains("chat/planted", unmatched);
    }

    [Theory]
    [MemberData(nameof(Replies))]
    public void Every_reply_renders_from_its_samples_within_one_message(string path)
    {
        var type = ReplyType.In(Product.Assemblies).Single(t => t.Path == path);

        Assert.All(type.Samples(), sample => Assert.Null(Fault(Words.Book.Word(sample))));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("好\n\n\n的", "gap")]
    [InlineData("您好 {{Name}}", "unrendered")]
    [InlineData("亲爱的用户", "word")]
    public void The_rule_catches_a_planted_text(string text, string fault) => Assert.Equal(fault, Fault(text));

    [Fact]
    public void The_rule_catches_a_text_that_is_too_long()
    {
        Assert.Null(Fault(new string('好', LongestMessage / 3)));
        Assert.Equal("long", Fault(new string('好', (LongestMessage / 3) + 1)));
    }

    private static IEnumerable<string> TemplatesIn(string folder) => Directory
        .GetFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => Path.ChangeExtension(Path.GetRelativePath(folder, f), null).Replace('\\', '/'));

    private static IEnumerable<string> Unmatched(IReadOnlyList<ReplyType> types, IEnumerable<string> templates)
    {
        var (replies, files) = (types.Select(t => t.Path).ToHashSet(), templates.ToHashSet());
        return replies.Except(files).Concat(files.Except(replies));
    }

    /// <summary>What no text to a person may be; null when all is well.</summary>
    private static string? Fault(string text) =>
        text.Length == 0 ? "empty" :
        Encoding.UTF8.GetByteCount(text) > LongestMessage ? "long" :
        text.Contains("\n\n\n", StringComparison.Ordinal) ? "gap" :
        text.Contains("{{", StringComparison.Ordinal) ? "unrendered" :
        SystemWords.Any(word => text.Contains(word, StringComparison.Ordinal)) ? "word" :
        null;
}
