using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Representation;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>What is said in a talk about a consultation besides the matter: what goes to a person or elsewhere, and what is answered in passing.</summary>
internal sealed class IntakeNotes(IIntakeReader reader, RepresentationTable papers)
{
    /// <returns>Null when it is a matter for a lawyer, told in words that the bot understands.</returns>
    public Turn? Refuse(ReadIntake read, string text, DateTimeOffset at)
    {
        if (read.Has(IntakeCue.Unrest)) return Over(new UnrestIsHeard(), new Effect.Alarm(CrisisKind.Violence));
        if (read.Has(IntakeCue.Foreign)) return Over(new LanguageIsArranged(), new Effect.HandOver(CaseKinds.Language));
        if (read.Has(IntakeCue.TextOnly)) return Over(new TextIsArranged(), new Effect.HandOver(CaseKinds.Text));

        return read.Facts.Topics.Count == 0 && reader.NotLabourLaw(text, at) is { } matter ? Over(new NotLabourLaw(matter)) : null;
    }

    /// <summary>What is answered before the next question, and the draft that remembers what need not be said again.</summary>
    public (IReadOnlyList<IReply> Said, BookingDraft Draft) On(BookingDraft draft, ReadIntake read)
    {
        var said = new List<IReply>();
        if (read.Has(IntakeCue.Win)) said.Add(new NoPrediction());
        if (read.Has(IntakeCue.Cost)) said.Add(new ItIsFree());
        if (read.Has(IntakeCue.Secret)) said.Add(new ItIsSecret());
        if (draft.Facts.Done.HasFlag(StepsTaken.OwnLawyer)) draft = Once(draft, Said.OwnLawyer, said, () => new WithOwnLawyer());
        if (IsGroup(draft.Facts, read)) draft = Once(draft, Said.Group, said, () => GroupIsNoted.Of(draft.Facts));
        if (draft.Facts is { WorksIn: { } works, LivesIn: { } lives } && works != lives) draft = Once(draft, Said.Place, said, () => new BelongsWhereWorked(works));
        if (draft.Facts.WantsRepresentation) draft = Once(draft, Said.Papers, said, () => RepresentationPapers.Of(papers.Decide(draft.Facts)));
        return (said, draft);
    }

    /// <summary>Many people at once are known to staff before they come.</summary>
    public static IReadOnlyList<Effect> EffectsOf(BookingDraft before, BookingDraft after) =>
        after.Has(Said.Group) && !before.Has(Said.Group) && after.Facts.People >= IntakeFacts.NeedsRepresentatives ? [new Effect.HandOver(CaseKinds.Group)] : [];

    /// <summary>Whether something was asked that is answered in passing.</summary>
    public static bool Answers(ReadIntake read) => read.Has(IntakeCue.Win) || read.Has(IntakeCue.Cost) || read.Has(IntakeCue.Secret);

    private static bool IsGroup(IntakeFacts facts, ReadIntake read) => facts.People >= IntakeFacts.Group || (facts.People is null && read.Has(IntakeCue.Group));

    private static BookingDraft Once(BookingDraft draft, Said what, List<IReply> said, Func<IReply> say)
    {
        if (!draft.Has(what)) said.Add(say());
        return draft.With(what);
    }

    private static Turn Over(IReply reply, params Effect[] effects) => new(new Move.Over(), [reply]) { Effects = effects };
}
