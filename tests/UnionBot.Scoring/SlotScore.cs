using System.Text.Json;
using UnionBot.Chat.Understanding;

namespace UnionBot.Scoring;

/// <summary>Precision and recall over pairs of slot and value.</summary>
public sealed class SlotScore
{
    private static readonly string[] Particles = ["的", "了", "吧", "啊", "呀", "呢", "吗", "一下", "个", "位", "名", "左右", "来钟"];

    private readonly Dictionary<string, (int Right, int Missed, int Invented)> _bySlot = [];

    /// <summary>Slots that are missed (-) or invented (+), with their lines.</summary>
    public List<string> Errors { get; } = [];

    public double F1 => F1Of(_bySlot.Values);

    public static SlotScore Of(IEnumerable<(Utterance Wanted, Meaning Got)> lines)
    {
        var score = new SlotScore();
        foreach (var (wanted, got) in lines) score.Add(wanted, got);
        return score;
    }

    public IEnumerable<(string Slot, double F1, int Count)> BySlot() => _bySlot
        .Select(s => (s.Key, F1Of([s.Value]), s.Value.Right + s.Value.Missed))
        .OrderBy(s => s.Item2);

    private void Add(Utterance wanted, Meaning got)
    {
        foreach (var (slot, value) in wanted.Slots)
        {
            var said = got.Slots.Text(slot);
            var isRight = said is not null && Bare(said) == Bare(TextOf(value));
            if (!isRight) Errors.Add($"- {slot}={TextOf(value)} {wanted.Text}");
            Count(slot, isRight ? (1, 0, 0) : (0, 1, 0));
        }

        foreach (var value in got.Slots.All)
        {
            if (wanted.Slots.TryGetValue(value.Name, out var right) && Bare(TextOf(right)) == Bare(value.ToString())) continue;
            Errors.Add($"+ {value.Name}={value} {wanted.Text}");
            Count(value.Name, (0, 0, 1));
        }
    }

    private void Count(string slot, (int Right, int Missed, int Invented) more)
    {
        var now = _bySlot.GetValueOrDefault(slot);
        _bySlot[slot] = (now.Right + more.Right, now.Missed + more.Missed, now.Invented + more.Invented);
    }

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Bare(string text)
    {
        var bare = TextNormaliser.Normalise(text);
        while (Particles.FirstOrDefault(p => bare.Length > p.Length && bare.EndsWith(p, StringComparison.Ordinal)) is { } particle)
        {
            bare = bare[..^particle.Length];
        }

        return bare;
    }

    private static double F1Of(IEnumerable<(int Right, int Missed, int Invented)> counts)
    {
        var (right, missed, invented) = (0, 0, 0);
        foreach (var count in counts) (right, missed, invented) = (right + count.Right, missed + count.Missed, invented + count.Invented);
        return right == 0 ? 0 : 2.0 * right / ((2 * right) + missed + invented);
    }
}
