using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>Takes up what somebody tells, in as many messages as they like.</summary>
internal sealed class StoryTelling(IIntakeReader reader)
{
    /// <summary>Fewer characters are an answer rather than a part of a story.</summary>
    private const int ShortestLine = 6;

    public BookingDraft Told(BookingDraft draft, ReadIntake read, Input input) => draft with
    {
        Facts = reader.Tell(read.Facts, input.Text),
        When = read.When ?? draft.When,
        Phone = PhoneIn(input) ?? draft.Phone,
        ToldAt = input.At,
    };

    /// <summary>Whether the words tell something of the matter.</summary>
    public bool Tells(BookingDraft draft, ReadIntake read, Input input) =>
        read.IsMoreThan(draft.Facts) || read.When is not null || PhoneIn(input) is not null || IntakeNotes.Answers(read) || (IsStatement(input) && !input.IsAside);

    /// <summary>A further line of a story that is told in one breath, and says nothing that was asked for.</summary>
    public static bool IsOnlyStory(BookingDraft draft, ReadIntake read, Input input) =>
        IsStatement(input) && !input.IsAside && draft.ToldAt > default(DateTimeOffset) && input.At - draft.ToldAt < SendTimes.Silence
        && !read.IsMoreThan(draft.Facts) && read.When is null && !IntakeNotes.Answers(read);

    /// <summary>The step whose question is open.</summary>
    public static string StepOf(BookingDraft draft) => draft switch
    {
        { Held: not null } => "confirm",
        { Slots.Count: > 0 } => "slot",
        { AskedDay: not null } => "day",
        _ when draft.Has(Said.Details) => "details",
        _ => "story",
    };

    public string? PhoneIn(Input input) => reader.PhoneIn(input.FullText, input.At)?.Value;

    private static bool IsStatement(Input input) => input is { IsWords: true, IsQuestion: false, Text.Length: >= ShortestLine };
}
