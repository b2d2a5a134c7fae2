using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Chat.Understanding;

/// <summary>What free Chinese is understood and answered by, learnt from one state of the <c>templates</c> folder.</summary>
public sealed record LoadedUnderstanding(Interpreter Interpreter, KnowledgeBook Knowledge)
{
    /// <summary>What staff added and the files speak against; it is left out.</summary>
    public IReadOnlyList<SentenceConflict> Conflicts { get; init; } = [];

    /// <summary>The same with another holiday schedule, which may change while it is in use.</summary>
    public LoadedUnderstanding With(HolidaySchedule holidays) => this with { Interpreter = Interpreter.With(holidays), LearntAs = LearntAs ?? this };

    /// <summary>
    /// What was learnt, where this differs from it by the schedule; null where it does not. Kept alive, since who shares it among hosts
    /// holds it weakly, and would learn it again.
    /// </summary>
    public LoadedUnderstanding? LearntAs { get; private init; }
}
