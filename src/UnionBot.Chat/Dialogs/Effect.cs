namespace UnionBot.Chat.Dialogs;

/// <summary>Something that must happen in the same transaction as the answer that speaks of it.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>A person of the union takes over: a case with the transcript of this talk.</summary>
    /// <param name="Kind">Stored name of what it is about, such as <c>handover/asked</c>.</param>
    public sealed record HandOver(string Kind) : Effect
    {
        /// <summary>Kind and id of what it is about, such as <c>vacancy/17</c>; null when the talk says it all.</summary>
        public string? Subject { get; init; }

        /// <summary>
        /// It has no matter of its own (人工): when another case of the person was opened not long ago it is part of that one.
        /// </summary>
        public bool Joins { get; init; }

        /// <summary>The time within which a person of the union was promised to act; null when none was promised.</summary>
        public TimeSpan? Within { get; init; }
    }

    /// <summary>Life or safety is at stake: an alarm that must reach a person at once.</summary>
    public sealed record Alarm(CrisisKind Kind) : Effect;
}

/// <summary>What a crisis is about.</summary>
public enum CrisisKind
{
    SelfHarm,
    Violence,
    Medical,
    Fire,
    Accident,
}
