using UnionBot.Chat.Understanding.Intents;
using UnionBot.Tests.WeChat.Api;

namespace UnionBot.Tests.Chat.Understanding.Meanings;

public sealed class LearntModelsTests : IDisposable
{
    private static readonly Lesson Lesson = new([[1, 2], [1, 3], [4, 5], [4, 6], [2, 3, 5, 6]], [0, 0, 1, 1, 2], 3);
    private static readonly Lesson Reverse = Lesson with { Labels = [2, 2, 1, 1, 0] };

    private readonly string _folder = Directory.CreateTempSubdirectory("learnt").FullName;
    private readonly MovableTime _time = new();

    private LearntModels Learnt => new(_folder, _time);

    [Fact]
    public void What_was_learnt_is_read_from_then_on()
    {
        Learnt.Get(Lesson);
        Learnt.Get(Reverse);

        // What is read tells the files' content, not what would be learnt.
        File.Copy(FileOf(Reverse), FileOf(Lesson), overwrite: true);
        Assert.Equal(Told(ModelTrainer.Train(Reverse)), Told(Learnt.Get(Lesson)));
    }

    [Fact]
    public void What_is_read_tells_the_same_as_what_was_learnt()
    {
        var learnt = Learnt.Get(Lesson);

        Assert.Equal(Told(ModelTrainer.Train(Lesson)), Told(learnt));
        Assert.Equal(Told(learnt), Told(Learnt.Get(Lesson)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-1)]
    public void A_broken_file_is_learnt_anew_and_mended(int length)
    {
        var learnt = Learnt.Get(Lesson);
        var whole = File.ReadAllBytes(FileOf(Lesson));
        File.WriteAllBytes(FileOf(Lesson), length < 0 ? [.. whole[..^1], (byte)~whole[^1]] : whole[..length]);

        Assert.Equal(Told(learnt), Told(Learnt.Get(Lesson)));
        Assert.Equal(whole, File.ReadAllBytes(FileOf(Lesson)));
    }

    [Fact]
    public void Where_nothing_can_be_kept_it_is_learnt_each_time()
    {
        var taken = Path.Combine(_folder, "taken");
        File.WriteAllText(taken, "");

        Assert.Equal(Told(ModelTrainer.Train(Lesson)), Told(new LearntModels(taken, _time).Get(Lesson)));
    }

    [Fact]
    public void What_nobody_has_read_for_a_month_goes()
    {
        Learnt.Get(Lesson);
        _time.Now += TimeSpan.FromDays(20);
        Learnt.Get(Reverse);
        _time.Now += TimeSpan.FromDays(20);
        Learnt.Get(Lesson with { Agreeing = true });

        Assert.False(File.Exists(FileOf(Lesson)));
        Assert.True(File.Exists(FileOf(Reverse)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string FileOf(Lesson lesson) => Path.Combine(_folder, $"{lesson.Key()}.model");

    private static float[] Told(LinearModel model) =>
        [.. Lesson.Sentences.SelectMany(sentence => model.Score(sentence).Shares.ToArray()), model.Known([1, 9])];
}
