using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Intents;

namespace UnionBot.Scoring;

/// <summary>Prints how well the sentences of one style are understood by what the others teach.</summary>
internal static class LeaveOutReport
{
    private const int WorstIntents = 8;
    private const int MostConfusions = 30;
    private static readonly float[] Thresholds = [0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f];

    public static void Print(InterpreterData data, bool errors)
    {
        Console.WriteLine();
        var all = new List<(Utterance Wanted, Meaning Got)>();
        foreach (var style in data.Examples.GroupBy(e => e.Style))
        {
            var score = UtteranceScore.Of(style.Select(ToLine), data.Train([.. data.Examples.Where(e => e.Style != style.Key)]));
            all.AddRange(score.All);
            Console.WriteLine($"without {style.Key,-16} {score.Accuracy:0.000} of {score.Lines}, wrong and confident {score.WrongAndConfident:0.000}, asked {score.AskedBack:0.000}, danger of {score.Danger}");
        }

        var total = UtteranceScore.Of(all);
        Console.WriteLine($"all styles left out once: accuracy {total.Accuracy:0.000} of {total.Lines}, wrong and confident {total.WrongAndConfident:0.000}, asked {total.AskedBack:0.000}, right among the two {total.RightAmongGuesses:0.000}, rejected unknowns {total.RejectedUnknowns:0.000}, further wishes in {all.Count(l => l.Got.Also.Count > 0)}");
        Console.WriteLine($"all styles left out once: danger of {total.Danger}");
        Console.WriteLine($"worst intents: {string.Join(", ", total.ByIntent().Take(WorstIntents).Select(i => $"{i.Intent} {i.Right}/{i.Of}"))}");
        foreach (var (confusion, count) in total.Confusions().Take(MostConfusions)) Console.WriteLine($"  {count,3} {confusion}");
        PrintCalibration(all);
        if (!errors) return;

        foreach (var (wanted, got) in total.Wrong) Console.WriteLine($"  {UtteranceReport.Told(wanted, got)}");
        foreach (var (wanted, got) in all.Where(l => DangerScore.IsInDanger(l.Wanted) && DangerScore.IsMissed(l.Wanted, l.Got))) Console.WriteLine($"  missed danger {got.Danger} {wanted.Text}");
        foreach (var (wanted, got) in all.Where(l => DangerScore.IsAskedInVain(l.Wanted, l.Got))) Console.WriteLine($"  asked in vain {got.MayBeDanger} {wanted.Intent} {wanted.Text}");
        foreach (var (wanted, got) in all.Where(l => l.Got.Danger is not null && l.Wanted.Slots.Count == 0)) Console.WriteLine($"  invented danger {got.Danger} {wanted.Intent} {wanted.Text}");
    }

    private static void PrintCalibration(List<(Utterance Wanted, Meaning Got)> lines)
    {
        foreach (var threshold in Thresholds)
        {
            var sure = lines.Where(l => l.Got.Confidence >= threshold).ToList();
            var wrong = sure.Count(l => IntentNames.NameOf(l.Got.Intent) != l.Wanted.Intent);
            Console.WriteLine($"  at {threshold:0.0}: asks {1 - ((double)sure.Count / lines.Count):0.000}, wrong and confident {(double)wrong / lines.Count:0.000}");
        }
    }

    public static Utterance ToLine(Example example)
    {
        var label = Labels.NumberOf(example.Label);
        var line = new Utterance("", example.Text, IntentNames.NameOf(Labels.IntentOf(label)));
        if (Labels.DangerOf(label) is not { } danger) return line;

        var urgency = Labels.IntentOf(danger) == Intent.HumanAgent ? "\"crisis\"" : "\"emergency\"";
        return line with { Slots = new Dictionary<string, System.Text.Json.JsonElement> { ["urgency"] = System.Text.Json.JsonDocument.Parse(urgency).RootElement } };
    }
}
