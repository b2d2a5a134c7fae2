using System.Collections.Frozen;
using System.Reflection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Templates;

/// <summary>Words replies. Everything is compiled and rendered once at start, so that no person meets a broken template.</summary>
public sealed class TemplateBook
{
    private readonly FrozenDictionary<Type, Func<object, string>> _templates;

    private TemplateBook(Dictionary<Type, Func<object, string>> templates) => _templates = templates.ToFrozenDictionary();

    /// <summary>Reads the template of every reply in the assemblies.</summary>
    /// <param name="folder">The <c>templates</c> folder, with <c>replies</c> and <c>understanding</c> in it.</param>
    /// <param name="moreEngines">Languages beside Handlebars; a template written in one of them is taken first.</param>
    /// <exception cref="BrokenFileException">A template or data file is missing or wrong: names file, line and reason.</exception>
    public static TemplateBook Load(
        string folder, IReadOnlyCollection<Assembly> assemblies, params IReadOnlyList<ITemplateEngine> moreEngines) =>
        Load(folder, ReplyType.In(assemblies), moreEngines);

    internal static TemplateBook Load(
        string folder, IReadOnlyList<ReplyType> types, IReadOnlyList<ITemplateEngine> moreEngines)
    {
        IReadOnlyList<ITemplateEngine> engines = [.. moreEngines, new HandlebarsEngine(Hotlines.Load(folder))];
        var replies = Path.Combine(folder, "replies");
        return new TemplateBook(types.ToDictionary(t => t.Type, t => TemplateFile.Read(replies, t, engines)));
    }

    /// <returns>The words, without blank lines at the ends.</returns>
    /// <exception cref="InvalidOperationException">The reply's assembly was not given to <c>Load</c>.</exception>
    public string Word(IReply reply) =>
        _templates.TryGetValue(reply.GetType(), out var template)
            ? template(reply)
            : throw new InvalidOperationException($"No template was loaded for {reply.GetType().FullName}.");

    /// <summary>Words several replies as one message, a blank line between two.</summary>
    public string Word(IReadOnlyList<IReply> replies) =>
        replies.Count == 1 ? Word(replies[0]) : string.Join("\n\n", replies.Select(Word));
}
