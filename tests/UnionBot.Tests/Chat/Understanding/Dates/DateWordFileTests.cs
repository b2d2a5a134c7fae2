using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Tests.Chat.Understanding.Dates;

/// <summary>A word list with a mistake stops the start, and says where the mistake is.</summary>
public sealed class DateWordFileTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(8));

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public DateWordFileTests()
    {
        foreach (var file in new[] { "understanding/dates/words.yaml", "understanding/dates/festivals.yaml", "calendar/holidays/2026.yaml" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.Copy(Path.Combine(Tree.Templates, file), PathOf(file));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("words.yaml", "weekend:", "week-end:", "'weekend' is missing.")]
    [InlineData("words.yaml", "weekend:", "surprise: [x]\nweekend:", "'surprise' is not known here.")]
    [InlineData("words.yaml", "  dawn: [凌晨", "  dusk: [凌晨", "There are no words for 'dawn'.")]
    [InlineData("words.yaml", "0: [今天,", "0: [今天, 明天,", "'明天' stands in this section twice.")]
    [InlineData("words.yaml", "  1: [下, 下个", "  one: [下, 下个", "'one' is not known here.")]
    [InlineData("words.yaml", "週周", "週周周", "'週周周' is not two characters.")]
    [InlineData("festivals.yaml", "day: 10-01", "day: 10-32", "'10-32' is no day")]
    [InlineData("festivals.yaml", "[七夕,", "[中秋, 七夕,", "'中秋' already is 七夕.")]
    [InlineData("festivals.yaml", "use: careful, words", "use: rarely, words", "'use' is")]
    public void A_mistake_is_named_with_file_and_line(string file, string right, string wrong, string reason)
    {
        var path = PathOf("understanding/dates/" + file);
        var text = File.ReadAllText(path);
        var place = text.IndexOf(right, StringComparison.Ordinal);
        File.WriteAllText(path, text[..place] + wrong + text[(place + right.Length)..]);

        var broken = Assert.Throws<BrokenFileException>(() => WhenReader.Load(_folder));

        Assert.Equal(path, broken.File);
        Assert.StartsWith(reason, broken.Reason, StringComparison.Ordinal);
        Assert.InRange(broken.Line, 1, File.ReadLines(path).Count());
    }

    [Fact]
    public void A_word_that_staff_add_is_understood()
    {
        var path = PathOf("understanding/dates/words.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("2: [后天,", "2: [后天, 过明儿,", StringComparison.Ordinal));

        Assert.Equal(new DateOnly(2026, 11, 23), WhenReader.Load(_folder).Read("过明儿上午去", Now).When!.Date);
    }

    private string PathOf(string file) => Path.Combine(_folder, file);
}
