using System.Security.Cryptography;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>
/// Keeps what was learnt in files, each named by what it was learnt from, so that one start learns and those after it read.
/// A file that is missing, broken or not to be read is learnt anew; one that cannot be written is learnt again at the next start.
/// </summary>
/// <param name="folder">Made when it is needed.</param>
/// <param name="time">Of the machine: by it goes what nobody has read for <see cref="Kept"/>.</param>
public sealed class LearntModels(string folder, TimeProvider time)
{
    private const string Ending = ".model";

    /// <summary>Of an older version of the program, or of files that staff have changed since.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    internal LinearModel Get(Lesson lesson)
    {
        var file = Path.Combine(folder, lesson.Key() + Ending);
        try
        {
            if (Read(file) is { } known) return known;

            var learnt = ModelTrainer.Train(lesson);
            Write(file, learnt);
            return learnt;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ModelTrainer.Train(lesson);
        }
    }

    private LinearModel? Read(string file)
    {
        if (!File.Exists(file)) return null;

        var bytes = File.ReadAllBytes(file);
        var content = bytes.AsSpan(..Math.Max(0, bytes.Length - SHA256.HashSizeInBytes));
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length..))) return null;

        MarkRead(file);
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, content.Length));
        return LinearModel.Read(reader);
    }

    private void Write(string file, LinearModel model)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true)) model.Write(writer);
        content.Write(SHA256.HashData(content.GetBuffer().AsSpan(..(int)content.Length)));

        // Written aside and then named, so that whoever reads at the same time, or after a crash, meets a whole file or none.
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllBytes(unfinished, content.GetBuffer().AsSpan(..(int)content.Length));
        MarkRead(unfinished);
        File.Move(unfinished, file, overwrite: true);
        DropOld();
    }

    private void MarkRead(string file) => File.SetLastWriteTimeUtc(file, time.GetUtcNow().UtcDateTime);

    private void DropOld()
    {
        var oldest = (time.GetUtcNow() - Kept).UtcDateTime;
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => File.GetLastWriteTimeUtc(f) < oldest)) File.Delete(file);
    }
}
