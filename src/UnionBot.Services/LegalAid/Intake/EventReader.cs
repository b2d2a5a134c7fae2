using UnionBot.Services.LegalAid.Deadlines;

namespace UnionBot.Services.LegalAid.Intake;

/// <summary>Puts together what happened and the days that were named: 去年11月28号被辞退, 10月8号收到裁决书.</summary>
internal sealed class EventReader(IntakeWords words)
{
    private static readonly char[] Ends = ['，', ',', '。', '；', ';', '！', '!', '？', '?', '\n', '、'];

    /// <param name="topics">What it is about, when the words do not say what happened on a day.</param>
    /// <param name="asked">What was asked for: then every day is one in the past. Null when no day was asked for.</param>
    public IEnumerable<ToldEvent> Read(string text, DateOnly today, IReadOnlyList<string> topics, LimitEvent? asked)
    {
        var alone = words.EventIn(text);
        foreach (var clause in text.Split(Ends, StringSplitOptions.RemoveEmptyEntries))
        {
            var here = words.EventIn(clause);
            foreach (var mention in PastDayReader.In(clause, today, bare: here is not null || asked is not null))
            {
                if ((here ?? asked ?? alone ?? UsualOf(topics)) is { } told) yield return new ToldEvent(told, mention.Span);
            }
        }
    }

    /// <summary>Whether a day in this clause is one in the past.</summary>
    public bool IsPast(string clause, DateOnly today) => words.EventIn(clause) is not null && PastDayReader.In(clause, today, bare: true).Any();

    private static LimitEvent? UsualOf(IReadOnlyList<string> topics) => topics switch
    {
        [] => null,
        ["work_injury", ..] => LimitEvent.Accident,
        ["occupational_disease", ..] => LimitEvent.Diagnosis,
        ["termination", ..] => LimitEvent.Left,
        _ => LimitEvent.Knew,
    };
}
