using System.Text.Encodings.Web;
using System.Text.Json;
using UnionBot.Chat.Understanding.Changes;

namespace UnionBot.Chat.Understanding;

/// <summary>Writes the templates with what staff changed and added as files again, to be edited or kept with the others.</summary>
public static class TemplateExport
{
    private const string Questions = "questions:";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="templates">The <c>templates</c> folder.</param>
    /// <param name="folder">Where to; made when it is not there, and it must be empty.</param>
    /// <param name="merged">The files that staff changed and that are in force.</param>
    /// <param name="added">What can be merged; the rest is left out.</param>
    /// <exception cref="IOException">The folder is not empty, or cannot be written.</exception>
    public static void Write(string templates, string folder, IReadOnlyList<MergedTemplate> merged, IReadOnlyList<AddedSentence> added)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new IOException($"{folder} is not empty.");

        MergedFolder.WriteTo(folder, templates, merged);
        var conflicts = AddedSentences.ConflictsIn(folder, added).Select(c => c.Sentence).ToHashSet();
        foreach (var target in added.Where(s => !conflicts.Contains(s)).GroupBy(s => AddedSentences.PathOf(s.Target)))
        {
            var file = Path.Combine(folder, target.Key);
            File.WriteAllText(file, With(target.Key, File.ReadAllText(file), target.Select(s => s.Text)));
        }
    }

    /// <summary>A file with sentences that staff added to it.</summary>
    public static string With(string path, string text, IEnumerable<string> sentences) =>
        FileLine.IsSectioned(path) ? WithExamples(text, sentences) : WithQuestions(text, sentences);

    private static string WithExamples(string text, IEnumerable<string> sentences)
    {
        var missing = sentences.Except(text.Split('\n').Select(line => line.Trim())).ToArray();
        return missing.Length == 0 ? text : $"{text.TrimEnd('\n')}\n[{AddedSentences.Style}]\n{string.Join('\n', missing)}\n";
    }

    private static string WithQuestions(string text, IEnumerable<string> sentences)
    {
        var lines = text.Split('\n').ToList();
        var missing = sentences.Select(sentence => $"  - {JsonSerializer.Serialize(sentence, Readable)}").Except(lines).ToArray();
        lines.InsertRange(lines.FindIndex(line => line.TrimEnd() == Questions) + 1, missing);
        return string.Join('\n', lines);
    }
}
