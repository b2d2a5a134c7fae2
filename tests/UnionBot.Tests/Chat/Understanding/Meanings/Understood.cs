using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Tests.Chat.Understanding.Meanings;

/// <summary>The product's interpreter, taught once for all tests.</summary>
internal static class Understood
{
    /// <summary>A Saturday.</summary>
    public static readonly DateTimeOffset Now = Talk.China("2026-11-21 10:00");

    private static readonly Lazy<InterpreterData> Loaded = new(() => InterpreterData.Load(Tree.Templates));

    private static readonly Lazy<Interpreter> Taught = new(() => Data.Train());

    private static readonly Lazy<KnowledgeBook> Book = new(() => KnowledgeBook.Load(Tree.Templates, Interpreter));

    public static InterpreterData Data => Loaded.Value;

    public static Interpreter Interpreter => Taught.Value;

    public static KnowledgeBook Knowledge => Book.Value;

    public static CurrentUnderstanding Current { get; } = new(new Lazy<LoadedUnderstanding>(() => new(Interpreter, Knowledge)));

    public static Meaning Of(string message) => Interpreter.Interpret(TextNormaliser.Normalise(message), Now);
}
