using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Scoring;

/// <summary>Prints the score of a set of questions.</summary>
internal static class KnowledgeReport
{
    public static void Print(string file, string templates, InterpreterData data, bool errors)
    {
        var questions = KnowledgeQuestion.Read(file);
        var score = KnowledgeScore.Of(questions, BookWithout(questions, templates, data), DateOnly.FromDateTime(DateTime.Today));
        Console.WriteLine();
        Console.WriteLine($"{Path.GetFileName(file)}: {score.Lines} lines");
        Console.WriteLine($"  knowledge top-1        {score.Top1:0.000}");
        Console.WriteLine($"  knowledge top-3        {score.Top3:0.000}");
        Console.WriteLine($"  null where nothing fits {score.Rejected:0.000}");
        Console.WriteLine($"  wrong and sure         {score.WrongAndSure:0.000}");
        if (!errors) return;

        foreach (var error in score.Errors) Console.WriteLine($"  {error}");
    }

    /// <summary>Examples of intents that are questions of the set would give their wish away.</summary>
    public static KnowledgeBook BookWithout(IReadOnlyList<KnowledgeQuestion> questions, string templates, InterpreterData data)
    {
        var asked = questions.Select(q => q.Text).ToHashSet(StringComparer.Ordinal);
        return KnowledgeBook.Load(templates, data.Train([.. data.Examples.Where(e => !asked.Contains(e.Text))]));
    }
}
