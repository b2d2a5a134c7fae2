namespace UnionBot.Chat.Templates;

/// <summary>A language in which templates are written; chosen by the extension of the file.</summary>
public interface ITemplateEngine
{
    /// <summary>With the dot: <c>.hbs</c>.</summary>
    string Extension { get; }

    /// <exception cref="TemplateException">The template is wrong.</exception>
    Func<object, string> Compile(string template);
}
