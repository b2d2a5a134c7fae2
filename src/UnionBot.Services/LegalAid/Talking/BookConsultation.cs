using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Conflicts;
using UnionBot.Services.LegalAid.Deadlines;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>
/// 约律师: what happened, in free words and any order; a limit that is near; three times to choose from; eight minutes to say yes. Whoever
/// says enough at once has a consultation in four messages. Here is what is told; how a time is found and agreed upon stands in files of their own.
/// </summary>
internal sealed partial class BookConsultation(
    ConsultationDesk desk, IIntakeReader reader, StoryTelling story, StoryAnswer silence, IntakeNotes notes, Jurisdiction places, DeadlineHelper deadlines)
    : Dialog<BookingDraft>
{
    public const string DialogName = "legal-aid/book";

    /// <summary>Opens this dialog with what the waiting list keeps: <c>legal-aid/freed:018f…</c>.</summary>
    public const string FreedKey = "legal-aid/freed";

    private static readonly TimeSpan StaffCallWithin = TimeSpan.FromHours(2);

    public override string Name => DialogName;

    protected override IReadOnlyDictionary<string, Step<BookingDraft>> Steps => new Dictionary<string, Step<BookingDraft>>
    {
        ["story"] = new(_ => new AskStory(), Privately(TakeStoryAsync)),
        ["details"] = new(draft => AskDetails.Of(draft.Facts), Privately(TakeStoryAsync)),
        ["employer"] = new(_ => new AskEmployer(), Privately(TakeEmployerAsync)),
        ["consent"] = new(draft => draft.Facts.ForWhom is { } who ? new AskConsent(who) : null, Privately(TakeConsentAsync)),
        ["day"] = new(draft => draft.AskedDay is { } told ? AskDay.Of(told) : null, Privately(TakeStoryAsync)),
        ["city"] = new(draft => places.CityQuestion(draft.Facts), Privately(TakeCityAsync)),
        ["slot"] = new(Offered, Privately(TakeSlotAsync)),
        ["confirm"] = new(draft => draft.Held is { } held ? SlotHeld.Of(held, draft) : Offered(draft), Privately(TakeConfirmAsync)),
        ["phone"] = new(draft => new AskCallBack(draft.Held is { IsOnsite: true }), Privately(TakePhoneAsync)),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        var text = input.Text;
        var read = reader.Read(text, input.At, KnownFrom(input.Key));
        var practice = await desk.PracticeAsync(ct);
        if (!practice.IsOffered) return Private(Done(new LawyerIsAskedFor()) with { Effects = [new Effect.HandOver(CaseKinds.Lawyer)] });
        if (read.Has(IntakeCue.TakeFreed) || input.Key?.Split(':') is [FreedKey, _]) return Private(await TakeFreedAsync(input, ct));

        var draft = new BookingDraft(read.Facts) { When = read.When, Phone = story.PhoneIn(input) };
        if (read.Facts.Topics.Count == 0 && read.Facts.Events.Count == 0) return Private(notes.Refuse(read, text, input.At) ?? Ask("story", draft));

        return Private(await HearAsync(draft with { Facts = reader.Tell(read.Facts, text), ToldAt = input.At }, read, input, ct));
    }

    /// <summary>约律师, taken behind an answer about overtime: what it is about is known.</summary>
    private IntakeFacts KnownFrom(string? key) =>
        key?.Split(':') is [_, { Length: > 0 } entry] && reader.TopicOf(entry) is { } topic ? new IntakeFacts { Topics = [topic] } : new IntakeFacts();

    private async Task<Turn> TakeStoryAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (Photo(StoryTelling.StepOf(draft), draft, input) is { } kept) return kept;
        if (input.IsAside && input.Text.Length < 2) return Again();

        var read = reader.Read(input.Text, input.At, draft.Facts, draft.AskedDay);
        if (read.Has(IntakeCue.StoryEnd) && !draft.Facts.IsEmpty) return await GoOnAsync(draft.With(Said.Details), input, ct);
        if (StoryTelling.IsOnlyStory(draft, read, input)) return await CollectAsync(draft, read, input, ct);
        if (notes.Refuse(read, input.Text, input.At) is { } refused) return refused;

        return story.Tells(draft, read, input) ? await HearAsync(story.Told(draft, read, input), read, input, ct) : Again();
    }

    /// <summary>It is noted without a word; when nothing more comes, the question that is open is said once more.</summary>
    private async Task<Turn> CollectAsync(BookingDraft draft, ReadIntake read, Input input, CancellationToken ct)
    {
        var (step, next) = (StoryTelling.StepOf(draft), story.Told(draft, read, input));
        await silence.PromiseAsync(input.From.Id, input.At, Steps[step].Question(next), ct);
        return new Turn(new Move.To(step, next), []);
    }

    /// <summary>What is none of our business, what goes to a person, what is asked in between; then the next question.</summary>
    private async Task<Turn> HearAsync(BookingDraft draft, ReadIntake read, Input input, CancellationToken ct)
    {
        if (notes.Refuse(read, input.Text, input.At) is { } refused) return refused;

        var (before, next) = notes.On(draft, read);
        var turn = await GoOnAsync(next, input, ct);
        return before.Count == 0 ? turn : turn with { Replies = [.. before, .. turn.Replies], Effects = [.. turn.Effects, .. IntakeNotes.EffectsOf(draft, next)] };
    }

    /// <summary>Asks what is still needed, one question at a time; then offers times.</summary>
    private async Task<Turn> GoOnAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (draft.Facts is { Topics: [], Story: "" }) return Ask("story", draft);
        if (draft is { Facts.ForWhom: not null, IsAgreed: false }) return Ask("consent", draft);
        if (draft.Held is not null) return Ask("confirm", draft);
        if (!draft.Has(Said.Details) && NeedsDetails(draft.Facts)) return Ask("details", draft.With(Said.Details));
        if (!draft.Has(Said.Day) && VagueDay(draft.Facts) is { } told) return Ask("day", draft.With(Said.Day) with { AskedDay = told });

        var practice = await desk.PracticeAsync(ct);
        if (!practice.IsOffered) return Done(new LawyerIsAskedFor()) with { Effects = [new Effect.HandOver(CaseKinds.Lawyer)] };
        draft = draft with { Facts = await places.PlacedAsync(input.From.Id, draft.Facts, ct) };
        if (places.CityQuestion(draft.Facts) is not null && !draft.Has(Said.City)) return Ask("city", draft.With(Said.City));
        if (await places.ElsewhereAsync(draft.Facts, ct) is { } region) return HandOn(region);
        if (practice.AsksEmployer && draft.Facts.Employer is null && !draft.Has(Said.Employer)) return Ask("employer", draft.With(Said.Employer));

        return await OfferAsync(draft with { AskedDay = null }, input, ct);
    }

    private static bool NeedsDetails(IntakeFacts facts) => facts.Events.Count == 0 && facts.AmountFen is null;

    /// <summary>Something that happened in a span too long to count days from.</summary>
    private static LimitEvent? VagueDay(IntakeFacts facts) => facts.Events.FirstOrDefault(e => !e.On.IsClose)?.Event;

    /// <summary>Where the work is done in another city, the union there helps: staff pass it on.</summary>
    private Turn HandOn(RegionName region) => Done(new BelongsElsewhere(places.FullName(region))) with
    {
        Effects = [new Effect.HandOver(CaseKinds.OtherRegion) { Subject = $"region/{region.Code}" }],
    };

    private async Task<Turn> TakeEmployerAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (Photo("employer", draft, input) is { } kept) return kept;

        var read = reader.Read(input.Text, input.At, draft.Facts);
        if (read.Has(IntakeCue.NotWantEmployer) || YesNo.Read(input.Text) is false) return await GoOnAsync(draft, input, ct);
        if (reader.EmployerIn(input.Text, input.At) is { } named) return await WithEmployer(named);
        if (IntakeNotes.Answers(read) || reader.IsOfMatter(input.Text, input.At, draft.Facts)) return await HearAsync(story.Told(StillAsking(draft), read, input), read, input, ct);

        return EmployerConflicts.MayBeName(input.Text) && !input.IsAside && !input.IsQuestion ? await WithEmployer(input.Text) : Again();

        Task<Turn> WithEmployer(string name) => GoOnAsync(draft with { Facts = read.Facts with { Employer = name } }, input, ct);
    }

    /// <summary>Who tells something else first is asked once more: without the name a lawyer of the other side might be offered.</summary>
    private static BookingDraft StillAsking(BookingDraft draft) => draft with { Said = draft.Said & ~Said.Employer };

    private async Task<Turn> TakeConsentAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        var read = reader.Read(input.Text, input.At, draft.Facts);
        if (YesNo.ReadNumbered(input.Text) is false || read.Has(IntakeCue.NotAgrees)) return Done(new AskThemFirst(draft.Facts.ForWhom!));
        if (YesNo.ReadNumbered(input.Text) is not true && !read.Has(IntakeCue.Agrees)) return Again();

        return await HearAsync(draft with { Facts = read.Facts, IsAgreed = true }, read, input, ct);
    }

    /// <summary>Two cities have a district of that name; whoever does not say which is helped from here.</summary>
    private async Task<Turn> TakeCityAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (Photo("city", draft, input) is { } kept) return kept;
        if (places.WithCity(draft.Facts, input.Text) is { } facts) return await GoOnAsync(draft with { Facts = facts }, input, ct);

        return YesNo.Read(input.Text) is false || input.Text.Contains("不知道", StringComparison.Ordinal) ? await GoOnAsync(draft, input, ct) : Again();
    }

    /// <summary>A photo in the middle belongs to the matter; the question stays open.</summary>
    /// <param name="step">Whose question stays open.</param>
    private Turn? Photo(string step, BookingDraft draft, Input input) => input.MediaId is { } key
        ? Ask(step, draft with { Facts = draft.Facts with { Papers = [.. draft.Facts.Papers, key] } }, new PaperIsKept())
        : null;

    private static Turn Private(Turn turn) => turn with { IsPrivate = true };

    private static Func<BookingDraft, Input, CancellationToken, Task<Turn>> Privately(Func<BookingDraft, Input, CancellationToken, Task<Turn>> take) =>
        async (draft, input, ct) => Private(await take(draft, input, ct));
}
