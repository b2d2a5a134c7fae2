using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Templates;

/// <summary>Reads the template of one kind of reply and proves it on the reply's samples.</summary>
internal static class TemplateFile
{
    /// <returns>Words one reply of this kind.</returns>
    /// <exception cref="BrokenFileException">The file is missing, wrong, or does not fit the reply.</exception>
    public static Func<object, string> Read(string folder, ReplyType type, IReadOnlyList<ITemplateEngine> engines, LockScreenWords lockScreen)
    {
        var (path, engine) = Find(folder, type, engines);
        if (ReplyModel.Unsafe(type.Type) is { } leak)
        {
            throw new BrokenFileException(path, 1, $"A template must not see {leak}: replies hold texts, numbers, days and records of these.");
        }

        var template = File.ReadAllText(path).ReplaceLineEndings("\n");
        try
        {
            var compiled = engine.Compile(template);
            return Prove(type, path, lockScreen, model => compiled(model).Trim());
        }
        catch (TemplateException e)
        {
            throw new BrokenFileException(path, e.Line ?? LineOf(e.Word, template), e.Message, e);
        }
    }

    private static Func<object, string> Prove(ReplyType type, string path, LockScreenWords lockScreen, Func<object, string> word)
    {
        string? text = null;
        foreach (var sample in type.Samples())
        {
            text = word(sample);
            if (text.Length == 0) throw new BrokenFileException(path, 1, $"It says nothing for {sample}.");
            if (type.IsNotice && lockScreen.ForbiddenIn(text) is { } forbidden)
                throw new BrokenFileException(path, 1, $"'{forbidden}' would be read on locked phones: see understanding/lock-screen.yaml.");
        }

        if (text is null) throw new BrokenFileException(path, 1, $"{type.Type.FullName} has no sample.");
        return type.IsConstant ? _ => text : word;
    }

    private static (string Path, ITemplateEngine Engine) Find(
        string folder, ReplyType type, IReadOnlyList<ITemplateEngine> engines)
    {
        foreach (var engine in engines)
        {
            var path = Path.Combine(folder, type.Path + engine.Extension);
            if (File.Exists(path)) return (path, engine);
        }

        throw new BrokenFileException(
            Path.Combine(folder, type.Path + engines[^1].Extension), 1, $"The template of {type.Type.FullName} is missing.");
    }

    private static int LineOf(string? word, string template)
    {
        var at = word is null ? -1 : template.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? 1 : template.AsSpan(0, at).Count('\n') + 1;
    }
}
