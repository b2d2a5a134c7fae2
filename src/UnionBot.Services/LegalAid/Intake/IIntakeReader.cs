using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Deadlines;

namespace UnionBot.Services.LegalAid.Intake;

/// <summary>Reads what somebody tells for a consultation.</summary>
internal interface IIntakeReader
{
    /// <param name="text">Normalised text, numbers masked, as in <c>Input.Text</c>.</param>
    /// <param name="before">What was told before; what is said now is added to it.</param>
    /// <param name="asked">The event whose day was asked for; null when none was.</param>
    ReadIntake Read(string text, DateTimeOffset at, IntakeFacts before, LimitEvent? asked = null);

    /// <summary>Adds the words themselves.</summary>
    IntakeFacts Tell(IntakeFacts facts, string text);

    /// <summary>The name of an employer in a text; null when none can be told.</summary>
    string? EmployerIn(string text, DateTimeOffset at);

    /// <summary>Whether a short answer tells of the matter (上个月走的, 打电话就行) and so is no name of an employer.</summary>
    bool IsOfMatter(string text, DateTimeOffset at, IntakeFacts before);

    /// <param name="fullText">With its numbers, as in <c>Input.FullText</c>.</param>
    MobileNumber? PhoneIn(string fullText, DateTimeOffset at);

    /// <summary>What it is about, when it is surely no labour law: 离婚; null otherwise.</summary>
    string? NotLabourLaw(string text, DateTimeOffset at);

    /// <summary>The code of the matter that an answer of the knowledge base is about; null when it is none of labour law.</summary>
    /// <param name="entry">The id of the answer.</param>
    string? TopicOf(string entry);
}

/// <summary>What a message told.</summary>
/// <param name="Facts">All that is known now.</param>
/// <param name="When">The time that is wished for; null when none was said.</param>
internal sealed record ReadIntake(IntakeFacts Facts, IReadOnlySet<IntakeCue> Cues, When? When)
{
    /// <summary>Why a time that was named cannot be one: it has gone, or is vague. Null when none was named.</summary>
    public NoWhen? WhyNoWhen { get; init; }

    public bool Has(IntakeCue cue) => Cues.Contains(cue);

    /// <summary>Whether anything was told beside what was known.</summary>
    public bool IsMoreThan(IntakeFacts before) => TalkJson.Write(Facts) != TalkJson.Write(before);
}
