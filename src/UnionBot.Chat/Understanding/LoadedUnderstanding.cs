using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Chat.Understanding;

/// <summary>What free Chinese is understood and answered by, learnt from one state of the <c>templates</c> folder.</summary>
public sealed record LoadedUnderstanding(Interpreter Interpreter, KnowledgeBook Knowledge)
{
    /// <param name="templates">The <c>templates</c> folder.</param>
    /// <param name="demo">Whether invented places and days are served.</param>
    /// <exception cref="BrokenFileException">A data file is missing or wrong: names file, line and reason.</exception>
    public static LoadedUnderstanding Load(string templates, bool demo)
    {
        var interpreter = Interpreter.Load(templates);
        return new LoadedUnderstanding(interpreter, KnowledgeBook.Load(templates, interpreter, demo));
    }
}
