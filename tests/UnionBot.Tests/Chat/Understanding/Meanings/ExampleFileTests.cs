using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Intents;

namespace UnionBot.Tests.Chat.Understanding.Meanings;

public sealed class ExampleFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("examples").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Sentences_have_the_style_they_stand_under()
    {
        Write("greet", "# 打招呼\n你好\n\n[elder]\n  同志您好  \n[图片]\n");

        Assert.Equal(
            [("plain", "你好"), ("elder", "同志您好"), ("elder", "[图片]")],
            Read("greet").Select(e => (e.Style, e.Text)));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var broken = Assert.Throws<BrokenFileException>(() => Read("help"));

        Assert.EndsWith("help.txt", broken.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_sentences_is_refused()
    {
        Write("greet", "# nothing\n[elder]\n");

        Assert.Contains("no sentences", Assert.Throws<BrokenFileException>(() => Read("greet")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_refused_with_its_line()
    {
        Write("greet", "你好\n" + new string('好', 201) + "\n");

        Assert.Equal(2, Assert.Throws<BrokenFileException>(() => Read("greet")).Line);
    }

    private void Write(string label, string text) => File.WriteAllText(Path.Combine(_folder, $"{label}.txt"), text);

    private Example[] Read(string label) => [.. ExampleFiles.Read(_folder, [label])];
}
