using System.Text.Encodings.Web;
using System.Text.Json;

namespace UnionBot.Chat.Understanding;

/// <summary>Writes the templates with what staff added as files again, to be kept with the others.</summary>
public static class TemplateExport
{
    private const string Questions = "questions:";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="templates">The <c>templates</c> folder.</param>
    /// <param name="folder">Where to; made when it is not there, and it must be empty.</param>
    /// <param name="added">What can be merged; the rest is left out.</param>
    /// <exception cref="IOException">The folder is not empty, or cannot be written.</exception>
    public static void Write(string templates, string folder, IReadOnlyList<AddedSentence> added)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new IOException($"{folder} is not empty.");

        foreach (var file in Directory.GetFiles(templates, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var conflicts = AddedSentences.ConflictsIn(templates, added).Select(c => c.Sentence).ToHashSet();
        foreach (var target in added.Where(s => !conflicts.Contains(s)).GroupBy(s => s.Target))
        {
            var name = AddedSentences.NameIn(target.First());
            if (target.Key.StartsWith(AddedSentences.ToIntent, StringComparison.Ordinal))
                AppendExamples(Path.Combine(folder, "understanding", "intents", $"{name}.txt"), target.Select(s => s.Text));
            else
                InsertQuestions(Path.Combine(folder, "knowledge", $"{name}.md"), target.Select(s => s.Text));
        }
    }

    private static void AppendExamples(string file, IEnumerable<string> texts)
    {
        var lines = File.ReadAllLines(file);
        var missing = texts.Except(lines.Select(line => line.Trim())).ToArray();
        if (missing.Length > 0) File.WriteAllLines(file, [.. lines, $"[{AddedSentences.Style}]", .. missing]);
    }

    private static void InsertQuestions(string file, IEnumerable<string> texts)
    {
        var lines = File.ReadAllLines(file).ToList();
        var missing = texts.Select(text => $"  - {JsonSerializer.Serialize(text, Readable)}").Except(lines).ToArray();
        lines.InsertRange(lines.IndexOf(Questions) + 1, missing);
        File.WriteAllLines(file, lines);
    }
}
