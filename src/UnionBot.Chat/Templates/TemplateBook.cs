using System.Collections.Frozen;
using System.Reflection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Templates;

/// <summary>Words replies. Everything is compiled and rendered once at start, so that no person meets a broken template.</summary>
public sealed class TemplateBook
{
    /// <summary>In characters: what is read on a phone without scrolling. Replies that can say less are kept to it.</summary>
    public const int LongestMessage = 300;

    private const string Between = "\n\n";

    private readonly FrozenDictionary<Type, Func<object, string>> _templates;

    private TemplateBook(Dictionary<Type, Func<object, string>> templates) => _templates = templates.ToFrozenDictionary();

    /// <summary>Reads the template of every reply in the assemblies.</summary>
    /// <param name="folder">The <c>templates</c> folder, with <c>replies</c>, <c>parts</c> and <c>understanding</c> in it.</param>
    /// <param name="moreEngines">Languages beside Handlebars; a template written in one of them is taken first.</param>
    /// <exception cref="BrokenFileException">A template or data file is missing or wrong: names file, line and reason.</exception>
    public static TemplateBook Load(
        string folder, IReadOnlyCollection<Assembly> assemblies, params IReadOnlyList<ITemplateEngine> moreEngines) =>
        Load(folder, ReplyType.In(assemblies), moreEngines);

    internal static TemplateBook Load(
        string folder, IReadOnlyList<ReplyType> types, IReadOnlyList<ITemplateEngine> moreEngines)
    {
        IReadOnlyList<ITemplateEngine> engines = [.. moreEngines, new HandlebarsEngine(Hotlines.Load(folder), TemplateParts.Load(folder))];
        var (replies, lockScreen) = (Path.Combine(folder, "replies"), LockScreenWords.Load(new DataFolder(folder)));
        return new TemplateBook(types.ToDictionary(t => t.Type, t => TemplateFile.Read(replies, t, engines, lockScreen)));
    }

    /// <returns>The words, without blank lines at the ends.</returns>
    /// <exception cref="InvalidOperationException">The reply's assembly was not given to <c>Load</c>.</exception>
    public string Word(IReply reply) => Within(LongestMessage, reply, Rendered(reply));

    /// <summary>Words several replies as one message, a blank line between two.</summary>
    public string Word(IReadOnlyList<IReply> replies)
    {
        if (replies.Count == 1) return Word(replies[0]);

        string[] texts = [.. replies.Select(Rendered)];
        for (var i = 0; i < texts.Length; i++)
        {
            var others = texts.Sum(text => text.Length + Between.Length) - Between.Length - texts[i].Length;
            texts[i] = Within(LongestMessage - others, replies[i], texts[i]);
        }

        return string.Join(Between, texts);
    }

    /// <summary>The words of a reply, of less and less of it as long as they do not fit and it has something to spare.</summary>
    private string Within(int room, IReply reply, string text)
    {
        while (text.Length > room && (reply as ITightReply)?.Tighter() is { } tighter) (reply, text) = (tighter, Rendered(tighter));
        return text;
    }

    private string Rendered(IReply reply) =>
        _templates.TryGetValue(reply.GetType(), out var template)
            ? template(reply)
            : throw new InvalidOperationException($"No template was loaded for {reply.GetType().FullName}.");
}
