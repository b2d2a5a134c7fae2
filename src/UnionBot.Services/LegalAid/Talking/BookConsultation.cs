using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Core.Calendar;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Conflicts;
using UnionBot.Services.LegalAid.Deadlines;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>
/// 约律师: what happened, in free words and any order; a limit that is near; three times to choose from; eight minutes to say yes. Whoever
/// says enough at once has a consultation in four messages.
/// </summary>
internal sealed class BookConsultation(
    IConsultationDesk desk, IIntakeReader reader, StoryTelling story, IntakeNotes notes, DeadlineHelper deadlines) : Dialog<BookingDraft>
{
    public const string DialogName = "legal-aid/book";

    private static readonly TimeSpan StaffCallWithin = TimeSpan.FromHours(2);

    public override string Name => DialogName;

    protected override IReadOnlyDictionary<string, Step<BookingDraft>> Steps => new Dictionary<string, Step<BookingDraft>>
    {
        ["story"] = new(_ => new AskStory(), Privately(TakeStoryAsync)),
        ["details"] = new(draft => AskDetails.Of(draft.Facts), Privately(TakeStoryAsync)),
        ["employer"] = new(_ => new AskEmployer(), Privately(TakeEmployerAsync)),
        ["consent"] = new(draft => draft.Facts.ForWhom is { } who ? new AskConsent(who) : null, Privately(TakeConsentAsync)),
        ["day"] = new(draft => draft.AskedDay is { } told ? AskDay.Of(told) : null, Privately(TakeStoryAsync)),
        ["slot"] = new(Offered, Privately(TakeSlotAsync)),
        ["confirm"] = new(draft => draft.Held is { } held ? SlotHeld.Of(held, draft) : Offered(draft), Privately(TakeConfirmAsync)),
        ["phone"] = new(_ => new AskCallBack(), Privately(TakePhoneAsync)),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        var text = input.Text;
        var read = reader.Read(text, input.At, KnownFrom(input.Key));
        var practice = await desk.PracticeAsync(ct);
        if (!practice.IsOffered) return Private(Done(new LawyerIsAskedFor()) with { Effects = [new Effect.HandOver(CaseKinds.Lawyer)] });
        if (read.Has(IntakeCue.TakeFreed) && await desk.FreedAsync(input.From.Id, ct) is { } freed) return Private(TakeFreed(freed));

        var draft = new BookingDraft(read.Facts) { When = read.When, Phone = story.PhoneIn(input) };
        if (read.Facts.Topics.Count == 0 && read.Facts.Events.Count == 0) return Private(notes.Refuse(read, text, input.At) ?? Ask("story", draft));

        return Private(await HearAsync(draft with { Facts = reader.Tell(read.Facts, text), ToldAt = input.At }, read, input, ct));
    }

    /// <summary>A time of the waiting list is kept for the person already; what it is about is asked anew.</summary>
    private Turn TakeFreed(FreedTime freed)
    {
        var draft = new BookingDraft(new IntakeFacts()) { Held = freed.Slot, Hold = freed.Hold, HeldUntil = freed.Until }.With(Said.Details).With(Said.Day);
        return Ask("story", draft, new FreedIsKept(freed.Slot, freed.Until));
    }

    /// <summary>约律师, taken behind an answer about overtime: what it is about is known.</summary>
    private IntakeFacts KnownFrom(string? key) =>
        key?.Split(':') is [_, { Length: > 0 } entry] && reader.TopicOf(entry) is { } topic ? new IntakeFacts { Topics = [topic] } : new IntakeFacts();

    private async Task<Turn> TakeStoryAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (Photo(draft, input) is { } kept) return kept;
        if (input.IsAside && input.Text.Length < 2) return Again();

        var read = reader.Read(input.Text, input.At, draft.Facts, draft.AskedDay);
        if (read.Has(IntakeCue.StoryEnd) && !draft.Facts.IsEmpty) return await GoOnAsync(draft.With(Said.Details), input, ct);
        if (StoryTelling.IsOnlyStory(draft, read, input)) return story.Collect(draft, read, input);
        if (notes.Refuse(read, input.Text, input.At) is { } refused) return refused;

        return story.Tells(draft, read, input) ? await HearAsync(story.Told(draft, read, input), read, input, ct) : Again();
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
        if (practice.AsksEmployer && draft.Facts.Employer is null && !draft.Has(Said.Employer)) return Ask("employer", draft.With(Said.Employer));

        return await OfferAsync(draft with { AskedDay = null }, input, ct);
    }

    private static bool NeedsDetails(IntakeFacts facts) => facts.Events.Count == 0 && facts.AmountFen is null;

    /// <summary>Something that happened in a span too long to count days from.</summary>
    private static LimitEvent? VagueDay(IntakeFacts facts) => facts.Events.FirstOrDefault(e => !e.On.IsClose)?.Event;

    /// <summary>What limits run is said once, in front of the times; a near one is known to staff at once.</summary>
    private async Task<Turn> OfferAsync(BookingDraft draft, Input input, CancellationToken ct, params IReply[] before)
    {
        var today = UnionCalendar.DayOf(input.At);
        var limits = deadlines.Find(draft.Facts.Topics, draft.Facts.Events, draft.Facts.IsEmployed);
        var urgency = limits.Select(l => l.UrgencyOn(today)).DefaultIfEmpty(Urgency.Later).Max();
        var (next, note) = draft.Has(Said.Deadline) ? (draft, null) : (draft.With(Said.Deadline), DeadlineNote.Of(draft.Facts, limits, today));
        IReply[] said = note is null ? before : [.. before, note];

        var turn = await ShowTimesAsync(next, urgency is Urgency.Urgent, input, said, ct);
        var isNew = urgency is Urgency.Urgent && !draft.Has(Said.Urgent);
        return isNew ? turn with { Effects = [.. turn.Effects, new Effect.HandOver(CaseKinds.Urgent) { Within = StaffCallWithin }] } : turn;
    }

    private async Task<Turn> ShowTimesAsync(BookingDraft draft, bool isUrgent, Input input, IReply[] before, CancellationToken ct)
    {
        if (isUrgent) draft = draft.With(Said.Urgent);
        var offer = await desk.OfferAsync(TimeWish.Of(draft.Facts, draft.When, isUrgent, draft.Seen), input.At, ct);
        var next = draft with { Slots = offer.Slots, Note = offer.Note, Held = null, Seen = [.. draft.Seen, .. offer.Slots.Select(s => s.Key)] };

        // A time that was named and is free is kept at once: 周五下午吧.
        return draft.When is not null && offer is { IsExact: true, Slots: [var first, ..] }
            ? await HoldAsync(next, first, input, before, ct)
            : Ask("slot", next, before);
    }

    private async Task<Turn> TakeSlotAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (Photo(draft, input) is { } kept) return kept;
        if (Choice.Read(input.Text, draft.Slots.Count) is { } chosen) return await HoldAsync(draft, draft.Slots[chosen], input, [], ct);

        var read = reader.Read(input.Text, input.At, draft.Facts);
        if (draft.Slots is [var only] && YesNo.Read(input.Text) is true) return await HoldAsync(draft, only, input, [], ct);
        if (read.Has(IntakeCue.Wait)) return await WaitAsync(draft, input, ct);
        if (WishesTime(draft, read)) return await SearchAsync(draft, read, input, ct);
        if (read.Has(IntakeCue.Any) && draft.Slots is [var first, ..]) return await HoldAsync(draft, first, input, [], ct);
        if (read.Has(IntakeCue.More)) return await OfferAsync(draft with { When = null }, input, ct);
        if (StoryTelling.IsOnlyStory(draft, read, input)) return story.Collect(draft, read, input);
        return story.Tells(draft, read, input) ? await HearAsync(story.Told(draft, read, input) with { Seen = [] }, read, input, ct) : Again();
    }

    /// <summary>Another time, another way, another lawyer.</summary>
    private static bool WishesTime(BookingDraft draft, ReadIntake read) => read.When is not null || read.WhyNoWhen is not null
        || read.Facts.Mode != draft.Facts.Mode || read.Facts.Wish != draft.Facts.Wish || read.Facts.Lawyer != draft.Facts.Lawyer;

    private async Task<Turn> SearchAsync(BookingDraft draft, ReadIntake read, Input input, CancellationToken ct)
    {
        if (read is { When: null, WhyNoWhen: { } why }) return Ask("slot", draft, new NoSuchTime(why is NoWhen.Past, why is NoWhen.Vague));

        // 14:30 among those shown is one of them.
        var next = draft with { Facts = read.Facts, When = read.When ?? draft.When, Seen = [] };
        return SlotTimes.Among(draft.Slots, read.When) is { } shown ? await HoldAsync(next, shown, input, [], ct) : await OfferAsync(next, input, ct);
    }

    private async Task<Turn> HoldAsync(BookingDraft draft, OfferedSlot slot, Input input, IReply[] before, CancellationToken ct)
    {
        var outcome = await desk.HoldAsync(input.From.Id, slot, PurposeOf(draft), ct);
        return outcome.Held is { } held
            ? Ask("confirm", draft with { Held = slot, Hold = held.Hold, HeldUntil = held.Until, Phone = story.PhoneIn(input) ?? draft.Phone }, before)
            : await RefusedAsync(draft, outcome.Refusal, input, before, ct);
    }

    private static HoldPurpose PurposeOf(BookingDraft draft) => new(draft.Has(Said.Urgent), draft.Facts.ForWhom is not null);

    private async Task<Turn> RefusedAsync(BookingDraft draft, BookingRefusal? refusal, Input input, IReply[] before, CancellationToken ct) => refusal switch
    {
        BookingRefusal.HasOpenBooking => Done([.. before, new HasBooking()]),
        BookingRefusal.HadEnough => Done([.. before, new HadEnough()]) with { Effects = [new Effect.HandOver(CaseKinds.Lawyer)] },
        _ => await GoneAsync(draft, input, before, ct),
    };

    /// <summary>Somebody else was quicker: the next three.</summary>
    private async Task<Turn> GoneAsync(BookingDraft draft, Input input, IReply[] before, CancellationToken ct) =>
        await OfferAsync(draft with { When = null, Seen = [], Held = null }, input, ct, [.. before, new SlotIsGone()]);

    private async Task<Turn> TakeConfirmAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (Photo(draft, input) is { } kept) return kept;
        if (draft.Held is not { } held) return await TakeSlotAsync(draft, input, ct);
        if (story.PhoneIn(input) is { } phone) return await ConfirmAsync(draft with { Phone = phone }, held, input, ct);
        if (YesNo.Read(input.Text) is true) return await ConfirmAsync(draft, held, input, ct);
        if (YesNo.Read(input.Text) is false) return await OfferAsync(draft with { Held = null, When = null }, input, ct);
        return await TakeSlotAsync(draft, input, ct);
    }

    private async Task<Turn> TakePhoneAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (draft.Held is not { } held) return await OfferAsync(draft, input, ct);
        if (story.PhoneIn(input) is { } phone) return await ConfirmAsync(draft with { Phone = phone }, held, input, ct);

        if (YesNo.Read(input.Text) is not false && !reader.Read(input.Text, input.At, draft.Facts).Has(IntakeCue.NoPhone)) return Again();

        var without = draft with { IsWithoutPhone = true, Facts = draft.Facts with { Mode = ConsultMode.Onsite } };
        return held.IsOnsite
            ? await ConfirmAsync(without, held, input, ct)
            : await OfferAsync(without with { Held = null, Seen = [], When = null }, input, ct, new WithoutPhone());
    }

    /// <summary>A time that ran out is kept anew if nobody took it meanwhile.</summary>
    private async Task<Turn> ConfirmAsync(BookingDraft draft, OfferedSlot held, Input input, CancellationToken ct)
    {
        if (draft is { Phone: null, IsWithoutPhone: false } && input.From.Level < MemberLevel.PhoneConfirmed) return Ask("phone", draft);

        var outcome = await TryConfirmAsync(draft, input, ct);
        if (outcome.Refusal is BookingRefusal.HoldOver && await desk.HoldAsync(input.From.Id, held, PurposeOf(draft), ct) is { Held: { } anew })
            outcome = await TryConfirmAsync(draft with { Hold = anew.Hold }, input, ct);

        return outcome.Booking is { } booking
            ? Done(Booked.Of(booking, draft.Facts))
            : await RefusedAsync(draft, outcome.Refusal, input, [], ct);
    }

    private Task<ConfirmOutcome> TryConfirmAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        MobileNumber? phone = draft.Phone is { } given && MobileNumber.TryParse(given, out var number) ? number : null;
        return desk.ConfirmAsync(input.From.Id, draft.Hold, draft.Facts, draft.Has(Said.Urgent), phone, ct);
    }

    private async Task<Turn> WaitAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        await desk.WaitAsync(input.From.Id, TimeWish.Of(draft.Facts, draft.When, draft.Has(Said.Urgent), []), ct);
        return Done(new PutOnWaitingList());
    }

    private async Task<Turn> TakeEmployerAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (Photo(draft, input) is { } kept) return kept;

        var read = reader.Read(input.Text, input.At, draft.Facts);
        if (read.Has(IntakeCue.NotWantEmployer) || YesNo.Read(input.Text) is false) return await GoOnAsync(draft, input, ct);

        var name = reader.EmployerIn(input.Text, input.At) ?? (EmployerConflicts.MayBeName(input.Text) ? input.Text : null);
        return name is null ? Again() : await GoOnAsync(draft with { Facts = read.Facts with { Employer = name } }, input, ct);
    }

    private async Task<Turn> TakeConsentAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        var read = reader.Read(input.Text, input.At, draft.Facts);
        if (YesNo.ReadNumbered(input.Text) is false || read.Has(IntakeCue.NotAgrees)) return Done(new AskThemFirst(draft.Facts.ForWhom!));
        if (YesNo.ReadNumbered(input.Text) is not true && !read.Has(IntakeCue.Agrees)) return Again();

        return await HearAsync(draft with { Facts = read.Facts, IsAgreed = true }, read, input, ct);
    }

    /// <summary>A photo in the middle belongs to the matter; the question stays open.</summary>
    private Turn? Photo(BookingDraft draft, Input input) => input.MediaId is { } key
        ? Ask(StoryTelling.StepOf(draft), draft with { Facts = draft.Facts with { Papers = [.. draft.Facts.Papers, key] } }, new PaperIsKept())
        : null;

    private static IReply Offered(BookingDraft draft) => draft.Slots.Count > 0 ? OfferSlots.Of(draft) : new NoSlots();

    private static Turn Private(Turn turn) => turn with { IsPrivate = true };

    private static Func<BookingDraft, Input, CancellationToken, Task<Turn>> Privately(Func<BookingDraft, Input, CancellationToken, Task<Turn>> take) =>
        async (draft, input, ct) => Private(await take(draft, input, ct));
}
