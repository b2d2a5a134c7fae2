using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Safety;

/// <summary>The words that dangers are made of, as <c>dangers.yaml</c> names them.</summary>
public sealed class DangerSignsTests
{
    private static readonly DangerClass Body = new(1, IsDanger: false);
    private static readonly DangerClass Severed = new(2, IsDanger: true);

    private static readonly DangerSigns Signs = new(new Dictionary<string, DangerClass>
    {
        ["手机"] = DangerClass.Else,
        ["手"] = Body,
        ["手指"] = Body,
        ["断"] = Severed,
    });

    [Fact]
    public void The_longest_word_counts_with_its_place() =>
        Assert.Equal([new DangerSign(Body, 0, 2), new DangerSign(Severed, 3, 4)], Signs.Find("手指都断"));

    [Fact]
    public void A_longer_word_that_only_looks_like_one_is_none() => Assert.Equal([new DangerSign(Severed, 2, 3)], Signs.Find("手机断"));

    [Fact]
    public void Words_far_apart_do_not_belong_together()
    {
        var signs = Signs.Find("手放在那里半天也没有人来过问就断");

        Assert.Equal(2, signs.Count);
        Assert.False(DangerSigns.AreNear(signs[0], signs[1]));
    }

    [Fact]
    public void Only_words_of_danger_itself_make_a_message_one_of_danger() =>
        Assert.Equal(0.25f, DangerSigns.Cover(Signs.Find("手指都断"), 4));

    [Fact]
    public void A_word_of_two_classes_is_refused_with_its_line()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.yaml");
        File.WriteAllText(path, "danger:\n  caught: [夹, 手]\nsetting:\n  body: [手]\nelse: [手机]\n");
        try
        {
            var broken = Assert.Throws<BrokenFileException>(() => DangerSigns.Load(path));
            Assert.Contains("'手' stands here twice", broken.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
