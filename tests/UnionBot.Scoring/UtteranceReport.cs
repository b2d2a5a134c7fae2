using UnionBot.Chat.Understanding;

namespace UnionBot.Scoring;

/// <summary>Prints the score of a set of sentences.</summary>
internal static class UtteranceReport
{
    private const int WorstIntents = 5;
    private const int MostConfusions = 12;

    public static void Print(string file, Interpreter interpreter, bool errors)
    {
        var score = UtteranceScore.Of(Utterance.Read(file), interpreter);
        var slots = score.Slots();
        Console.WriteLine();
        Console.WriteLine($"{Path.GetFileName(file)}: {score.Lines} lines");
        Console.WriteLine($"  intent accuracy        {score.Accuracy:0.000}");
        Console.WriteLine($"  wrong and confident    {score.WrongAndConfident:0.000}");
        Console.WriteLine($"  asked back             {score.AskedBack:0.000}, right among the two {score.RightAmongGuesses:0.000}");
        Console.WriteLine($"  rejected unknowns      {score.RejectedUnknowns:0.000}");
        Console.WriteLine($"  danger                 {score.Danger}");
        Console.WriteLine($"  further wishes         {score.AlsoRight:0.000} right, {score.AlsoInvented} lines with invented ones");
        Console.WriteLine($"  slots F1               {slots.F1:0.000}");
        Console.WriteLine($"  worst intents          {string.Join(", ", score.ByIntent().Take(WorstIntents).Select(i => $"{i.Intent} {i.Right}/{i.Of}"))}");
        Console.WriteLine($"  worst slots            {string.Join(", ", slots.BySlot().Take(WorstIntents).Select(s => $"{s.Slot} {s.F1:0.00} of {s.Count}"))}");
        foreach (var (confusion, count) in score.Confusions().Take(MostConfusions)) Console.WriteLine($"  {count,3} {confusion}");
        if (!errors) return;

        foreach (var (wanted, got) in score.Wrong) Console.WriteLine($"  {Told(wanted, got)}");
        foreach (var (wanted, got) in score.All.Where(l => DangerScore.IsInDanger(l.Wanted) && DangerScore.IsMissed(l.Wanted, l.Got))) Console.WriteLine($"  missed danger {wanted.Text}");
        foreach (var (wanted, got) in score.All.Where(l => DangerScore.IsAskedInVain(l.Wanted, l.Got))) Console.WriteLine($"  asked in vain {got.MayBeDanger} {wanted.Intent} {wanted.Text}");
        foreach (var error in slots.Errors) Console.WriteLine($"  {error}");
    }

    public static string Told(Utterance wanted, Meaning got) =>
        $"{wanted.Intent} → {IntentNames.NameOf(got.Intent)} {got.Confidence:0.00}{(got.AskBetween is null ? "" : " asked")} {wanted.Text}";
}
