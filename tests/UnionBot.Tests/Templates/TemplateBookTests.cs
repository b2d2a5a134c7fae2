using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;
using UnionBot.Chat.Understanding;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Templates;

public sealed class TemplateBookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("templates").FullName;

    public TemplateBookTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "understanding"));
        foreach (var file in new[] { "hotlines.yaml", "lock-screen.yaml" })
            File.Copy(Path.Combine(Tree.Templates, "understanding", file), Path.Combine(_folder, "understanding", file));
    }

    public sealed record Facts(
        DateOnly Day, DateTimeOffset At, long Fen, string Phone, string Text, IReadOnlyList<string> Names, int? Count)
        : IReply, ISampled<Facts>
    {
        public static IReadOnlyList<Facts> Samples =>
        [
            new(new DateOnly(2026, 11, 22), Talk.China("2026-11-22 14:30"), 450_000, "13800000001", "王 & 李 <a>", ["甲", "乙"], null),
        ];
    }

    [Theory]
    [InlineData("{{day Day}}", "11月22日(周日)")]
    [InlineData("{{date Day}}", "2026年11月22日")]
    [InlineData("{{moment At}}", "11月22日(周日) 14:30")]
    [InlineData("{{clock At}}", "14:30")]
    [InlineData("{{money Fen}}", "4500 元")]
    [InlineData("{{phone Phone}}", "138****0001")]
    [InlineData("{{Text}}", "王 & 李 <a>")]
    [InlineData("{{#each Names}}\n{{nr @index}} {{this}}\n{{/each}}\n", "1 甲\n2 乙")]
    [InlineData("{{join Names \"、\"}}", "甲、乙")]
    [InlineData("{{hotline \"union\"}}", "12351")]
    [InlineData("{{#if Count}}{{Count}}{{else}}没有{{/if}}", "没有")]
    [InlineData("要：{{#dots}}{{#if Count}}·{{Count}} 个{{/if}}·{{join Names \"、\"}}·{{Text}}{{/dots}}。", "要：甲、乙·王 & 李 <a>。")]
    [InlineData("\n\n  好的  \n\n", "好的")]
    public void Facts_are_worded_for_people(string template, string expected) =>
        Assert.Equal(expected, Load<Facts>("facts", template).Word(Facts.Samples[0]));

    [Fact]
    public void What_is_said_a_hundred_times_is_worded_as_the_first_time()
    {
        var book = Load<Facts>("facts", "{{#each Names}}{{this}}{{/each}} {{moment At}} {{hotline \"union\"}}");

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal("甲乙 11月22日(周日) 14:30 12351", book.Word(Facts.Samples[0])));
    }

    [Fact]
    public void What_templates_have_in_common_stands_once()
    {
        WritePart("{{#dots}}·{{Text}}{{/dots}}\n");
        var book = Load<Facts>("facts", "记下了：{{> tests/both}}。");

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal("记下了：王 & 李 <a>。", book.Word(Facts.Samples[0])));
    }

    [Fact]
    public void A_broken_part_is_refused_at_start_with_file_and_line()
    {
        WritePart("好\n{{#dots}}{{Text}}");

        var broken = Assert.Throws<BrokenFileException>(() => Load<Facts>("facts", "{{> tests/both}}"));

        Assert.EndsWith(Path.Combine("tests", "both.hbs"), broken.File, StringComparison.Ordinal);
        Assert.Equal(2, broken.Line);
    }

    [Theory]
    [InlineData(450_050, "4500.50 元")]
    [InlineData(5, "0.05 元")]
    [InlineData(-5, "-0.05 元")]
    [InlineData(0, "0 元")]
    public void Money_is_written_in_yuan(long fen, string expected) => Assert.Equal(expected, Wording.Money(fen));

    [Fact]
    public void Midnight_in_china_is_the_next_day_there() =>
        Assert.Equal("11月23日(周一) 00:10", Wording.Moment(Talk.China("2026-11-23 00:10")));

    [Fact]
    public void Several_replies_are_one_message_with_a_blank_line_between()
    {
        var book = Load<Facts>("facts", "{{Text}}");

        Assert.Equal("王 & 李 <a>\n\n王 & 李 <a>", book.Word([Facts.Samples[0], Facts.Samples[0]]));
        Assert.Equal("", book.Word([]));
    }

    [Theory]
    [InlineData("好\n{{Nobody}}", 2, "Nobody")]
    [InlineData("好\n\n{{#if Missing}}x{{/if}}", 3, "Missing")]
    [InlineData("{{#if Text}}\n好", 1, "")]
    [InlineData("{{#if Text}}好{{/if}}\n{{#if Text}}\n好", 2, "")]
    [InlineData("{{#if Text}}\n{{#each Names}}{{this}}\n{{/if}}", 2, "")]
    [InlineData("好\n\n好{{/if}}", 3, "")]
    [InlineData("好\n{{day At}}", 1, "'day' takes one DateOnly")]
    [InlineData("{{hotline \"nobody\"}}", 1, "no hotline 'nobody'")]
    [InlineData("{{unknown Text}}", 1, "unknown")]
    [InlineData("  ", 1, "says nothing")]
    [InlineData("{{Samples}}", 1, "Samples")]
    [InlineData("{{EqualityContract}}", 1, "EqualityContract")]
    public void A_broken_template_is_refused_at_start_with_file_line_and_reason(string template, int line, string reason)
    {
        var broken = Assert.Throws<BrokenFileException>(() => Load<Facts>("facts", template));

        Assert.EndsWith(Path.Combine("tests", "facts.hbs"), broken.File, StringComparison.Ordinal);
        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
        Assert.Equal(line, broken.Line);
    }

    public sealed record ToldNotice(string Text) : IReply, ISampled<ToldNotice>
    {
        public static IReadOnlyList<ToldNotice> Samples => [new("周六")];
    }

    [Fact]
    public void The_short_form_of_a_message_says_nothing_that_a_locked_phone_must_not_show()
    {
        Assert.Equal("title: 服务预约 周六", Load<ToldNotice>("told-notice", "title: 服务预约 {{Text}}").Word(ToldNotice.Samples[0]));

        var broken = Assert.Throws<BrokenFileException>(() => Load<ToldNotice>("told-notice", "title: 困难职工慰问 {{Text}}"));
        Assert.Contains("'困难职工'", broken.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_template_is_refused_at_start()
    {
        var broken = Assert.Throws<BrokenFileException>(() => TemplateBook.Load(_folder, [typeof(IReply).Assembly]));

        Assert.Contains("is missing", broken.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reply_that_would_show_the_machine_to_a_template_is_found() =>
        Assert.Equal("Leak.Inner.Kind", ReplyModel.Unsafe(typeof(Leak)));

    [Fact]
    public void Another_language_is_chosen_by_the_extension()
    {
        Write("facts.upper", "abc");

        Assert.Equal("ABC", Load<Facts>("facts", "handlebars", new UpperEngine()).Word(Facts.Samples[0]));
    }

    [Theory]
    [InlineData(typeof(Menu), "chat/menu")]
    [InlineData(typeof(UnionBot.Chat.Safety.CrisisHelp), "chat/crisis-help")]
    [InlineData(typeof(UnionBot.Services.LegalAidPlanted.OfferSlots), "legal-aid-planted/offer-slots")]
    [InlineData(typeof(UnionBot.Core.CasesPlanted.Deep.CaseOpened), "cases-planted/case-opened")]
    public void A_reply_s_template_is_found_by_its_namespace_and_name(Type reply, string path) =>
        Assert.Equal(path, ReplyType.PathOf(reply));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private TemplateBook Load<T>(string name, string template, params ITemplateEngine[] moreEngines)
    {
        Write(name + ".hbs", template);
        return TemplateBook.Load(_folder, [.. ReplyType.In([typeof(T).Assembly]).Where(t => t.Type == typeof(T))], moreEngines);
    }

    private void Write(string name, string text) => WriteTo("replies", name, text);

    private void WritePart(string text) => WriteTo("parts", "both.hbs", text);

    private void WriteTo(string kind, string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, kind, "tests")).FullName;
        File.WriteAllText(Path.Combine(folder, name), text);
    }

    private sealed record Leak(Inner Inner) : IReply;

    private sealed record Inner(Type Kind);

    private sealed class UpperEngine : ITemplateEngine
    {
        public string Extension => ".upper";

        public Func<object, string> Compile(string template) => _ => template.ToUpperInvariant();
    }
}
