using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Subscriptions;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>
/// 找工作: one sentence says what is wanted, a list of three answers it, and any further sentence changes the wish. A
/// number opens a vacancy; from there an officer can be asked to call.
/// </summary>
internal sealed class FindVacancy(IVacancySearch search, IVacancyDesk desk, IWishReader reader, PostAnswers answers, RuleTalk rules) : Dialog<VacancyDraft>
{
    private const int WorkingAge = 16;
    private const int SeniorAge = 60;
    private const int MostSeen = 60;

    /// <summary>A command is short: longer sentences that hold its words say more than it.</summary>
    private const int LongestCommand = 12;

    public override string Name => "vacancies/find";

    protected override IReadOnlyDictionary<string, Step<VacancyDraft>> Steps => new Dictionary<string, Step<VacancyDraft>>
    {
        ["wish"] = new(_ => new AskWish(), TakeWishAsync),
        ["where"] = new(_ => new AskWhere(), TakeWhere),
        ["pay"] = new(_ => new AskLeastPay(), TakePayAsync),
        ["place"] = new(draft => draft.Unclear is { } unclear ? new WhichPlace(unclear.Name, unclear.Names) : null, TakePlaceAsync),
        ["near"] = new(_ => new AskLocation(), TakeLocationAsync),
        ["sent"] = new(WhichPlaceCounts, TakeSentAsync),
        ["list"] = new(Listed, TakeFromListAsync),
        ["detail"] = new(draft => draft.Open is { } open ? new ShowVacancy(open) : Listed(draft), TakeFromListAsync),
        ["similar"] = new(draft => new ClosedMeanwhile(draft.Similar), TakeSimilarAsync),
        ["phone"] = new(draft => new AskCallPhone(draft.Open?.Card.Title, draft.HasConfirmedPhone), TakePhoneAsync),
        ["rule"] = new(draft => draft.Rule, TakeRuleAsync),
        ["reason"] = new(draft => draft.Open is { } open ? new AskReportReason(open.Card.Title) : null, TakeReasonAsync),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        var read = reader.Read(input.Text, input.At, new VacancyWish());
        if (read.Cues.HasFlag(Cue.Advert)) return Done(new NoAdvertising());
        if (read.Cues.HasFlag(Cue.Anything) && !read.IsWish) return Ask("where", new VacancyDraft(read.Wish));
        return read.IsWish || read.Cues.HasFlag(Cue.Nearer)
            ? await GoOnAsync(new VacancyDraft(read.Wish), read, input, ct)
            : Ask("wish", new VacancyDraft(read.Wish));
    }

    private async Task<Turn> TakeWishAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (input is { Kind: InputKind.Voice, Text: "" }) return Again(new CannotListen());
        if (input.Place is { } sent) return await SearchAsync(draft with { Wish = draft.Wish with { Near = sent } }, input, ct);

        var read = reader.Read(input.Text, input.At, draft.Wish);
        if (read.IsWish) return AsFarAsRead(read, await GoOnAsync(draft, read, input, ct));
        if (read.Untold is { } untold) return Ask("wish", draft, new PostsDoNotTell(untold, Lists: false));
        if (read.Cues.HasFlag(Cue.Anything)) return Ask("where", draft);
        return input.IsAside || !IsTitle(input.Text)
            ? Again()
            : await SearchAsync(draft with { Wish = draft.Wish with { Words = input.Text } }, input, ct) with { IsLoose = true };
    }

    private Turn TakeWhere(VacancyDraft draft, Input input)
    {
        if (input.Place is { } sent) return Ask("pay", draft with { Wish = draft.Wish with { Near = sent } });

        var read = reader.Read(input.Text, input.At, draft.Wish);
        if (read.Unclear is not null) return Ask("place", draft with { Wish = read.Wish, Unclear = read.Unclear, PayIsNext = true });
        return read.IsWish || read.Cues.HasFlag(Cue.Anything) ? AsFarAsRead(read, Ask("pay", draft with { Wish = read.Wish })) : Again();
    }

    private async Task<Turn> TakePayAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var read = reader.Read(input.Text, input.At, draft.Wish);
        var isAnswer = read.IsWish || read.Cues.HasFlag(Cue.Anything) || YesNo.Read(input.Text) is false;
        return isAnswer ? AsFarAsRead(read, await SearchAsync(draft with { Wish = read.Wish }, input, ct)) : Again();
    }

    private async Task<Turn> TakePlaceAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var unclear = draft.Unclear!;
        if (Choice.Read(input.Text, unclear.Names) is not { } index) return await TakeRefinementAsync(draft, input, ct);

        var next = draft with { Wish = draft.Wish with { Regions = [.. draft.Wish.Regions.Append(unclear.Codes[index])] }, Unclear = null };
        return next.PayIsNext ? Ask("pay", next with { PayIsNext = false }) : await SearchAsync(next, input, ct);
    }

    private async Task<Turn> TakeLocationAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (input.Place is { } sent) return await SearchAsync(draft with { Wish = From(sent, draft.Wish), Seen = [] }, input, ct);
        if (YesNo.Read(input.Text) is false) return await SearchAsync(draft with { Seen = [] }, input, ct);

        return await TakeRefinementAsync(draft, input, ct);
    }

    /// <summary>Whoever said how far hears of all within; else the nearest come first, whatever order was wanted before.</summary>
    private static VacancyWish From(GeoPoint sent, VacancyWish wish) =>
        wish with { Near = sent, Nearest = wish.Reach is null, ByPay = wish.ByPay && wish.Reach is not null, Regions = [], Quarter = null };

    private async Task<Turn> TakeSentAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (Choice.Read(input.Text, count: 2) is not { } index) return await TakeRefinementAsync(draft, input, ct);

        var wish = index == 0 ? draft.Wish with { Near = draft.Sent, Regions = [], Quarter = null } : draft.Wish;
        return await SearchAsync(draft with { Wish = wish, Sent = null, Seen = [] }, input, ct);
    }

    private async Task<Turn> TakeFromListAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (input is { Kind: InputKind.Voice, Text: "" }) return Again(new CannotListen());
        if (input.Place is { } sent) return await TakeSentPlaceAsync(draft, sent, input, ct);
        if (input.IsThanks) return Done(new YouAreWelcome());
        if (await TryEndRuleAsync(draft, input, ct) is { } ended) return ended;
        if (input.NamedDialog is not null) return Again();
        if (draft.Page is not null && rules.CueIn(input.Text) is RuleCue.Keep) return await KeepRuleAsync(draft, input, ct);
        if (await TryChangePhoneAsync(draft, input, ct) is { } changed) return changed;
        if (draft.Page is { } page && Chosen(page.Cards, input.Text) is { } card) return await OpenAsync(draft, card.Id, input, ct);
        var read = reader.Read(input.Text, input.At, draft.Wish);
        if (draft.Open is { } open && answers.Find(open, input.Text) is { } answer)
            return answer.IsAboutTraits ? AsFarAsRead(read, Say(draft, answer)) : Say(draft, answer);
        if (await TryAnswerOverListAsync(draft, read, input, ct) is { } overList) return AsFarAsRead(read, overList);
        if (read.Cues.HasFlag(Cue.Advert)) return Say(draft, new NoAdvertising());
        if (read.Cues.HasFlag(Cue.Restart) && !read.IsWish) return Ask("wish", new VacancyDraft(read.Wish));
        if (input.Text.Length <= LongestCommand && await TryObeyAsync(draft, read.Cues, input, ct) is { } obeyed) return AsFarAsRead(read, obeyed);
        if (read.IsWish) return AsFarAsRead(read, await GoOnAsync(draft with { Seen = [] }, read, input, ct));
        return read.Untold is { } untold ? Say(draft, new PostsDoNotTell(untold, Lists: false)) : Again();
    }

    /// <summary>要: from now on new ones are told; what was wanted for somebody else is a rule of its own.</summary>
    private async Task<Turn> KeepRuleAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var own = await rules.KeepAsync(input, new KeptWish(draft.Wish, Who: null), draft.Seen, ct);
        IReply[] before = draft.Others is { } others ? [await rules.KeepAsync(input, new KeptWish(others.Wish, others.Who), [], ct)] : [];
        return Ask("rule", draft with { Rule = own }, before);
    }

    /// <summary>不找了 in a talk that has led to a rule: nothing more is looked for.</summary>
    private async Task<Turn?> TryEndRuleAsync(VacancyDraft draft, Input input, CancellationToken ct) =>
        draft.Rule is { } rule && rules.CueIn(input.Text) is RuleCue.Stop or RuleCue.Found
            ? (await rules.TakeAsync(input, rule.Owner, ct))?.Leave()
            : null;

    /// <summary>What says nothing of the rule is about the list: a number, 换一批.</summary>
    private async Task<Turn> TakeRuleAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (await TryEndRuleAsync(draft, input, ct) is { } ended) return ended;
        if (input.IsThanks || draft.Rule is not { } rule || IsForList(draft, input)) return await TakeFromListAsync(draft, input, ct);
        if (await rules.TakeAsync(input, rule.Owner, ct) is not { } outcome) return await TakeFromListAsync(draft, input, ct);

        return outcome.Said is RuleIsKept changed ? Ask("rule", draft with { Rule = changed }) : Say(draft, outcome.Said);
    }

    private bool IsForList(VacancyDraft draft, Input input)
    {
        var read = reader.Read(input.Text, input.At, draft.Wish);
        return (draft.Page is { } page && Chosen(page.Cards, input.Text) is not null)
            || read.Others is not null
            || (read.Cues & (Cue.Another | Cue.Contact | Cue.Checklist | Cue.Report)) != Cue.None;
    }

    /// <summary>有五险吗 over a list asks about all of it; with another trade or place in it, it is another wish.</summary>
    private async Task<Turn?> TryAnswerOverListAsync(VacancyDraft draft, ReadWish read, Input input, CancellationToken ct)
    {
        if (draft is not { Open: null, Page.Cards: { Count: > 0 } cards } || answers.AskedOver(input.Text) is not (not VacancyTraits.None and var asked)) return null;
        if (!read.Wish.IsAboutSameWorkAs(draft.Wish)) return null;

        var shown = new List<VacancyDetail>();
        foreach (var card in cards)
        {
            if (await search.OpenAsync(card.Id, input.At, ct) is { } detail) shown.Add(detail);
        }

        return shown.Count == cards.Count ? Say(draft, answers.Over(shown, asked)) : null;
    }

    /// <summary>青州云门山门票 names a place of work at most by the way: whatever else it surely wants goes first.</summary>
    private static Turn AsFarAsRead(ReadWish read, Turn turn) => read.IsLoose ? turn with { IsLoose = true } : turn;

    private async Task<Turn?> TryObeyAsync(VacancyDraft draft, Cue cues, Input input, CancellationToken ct)
    {
        if (cues.HasFlag(Cue.Report)) return draft.Open is null ? Say(draft, new SayWhichFirst()) : Ask("reason", draft);
        if (cues.HasFlag(Cue.Checklist)) return Say(draft, new SigningChecklist());
        if (cues.HasFlag(Cue.Contact)) return await ContactAsync(draft, input, ct);
        if (cues.HasFlag(Cue.Another)) return await ShowMoreAsync(draft, input, ct);
        if (cues.HasFlag(Cue.NextPerson) && draft.Others is { } others) return await SearchAsync(new VacancyDraft(others.Wish), input, ct);
        return cues.HasFlag(Cue.Nearer) ? await ComeNearerAsync(draft, input, ct) : null;
    }

    /// <summary>From a place that was sent the nearest come first; without one it is asked for.</summary>
    private async Task<Turn> ComeNearerAsync(VacancyDraft draft, Input input, CancellationToken ct) => draft.Wish.Near is null
        ? Ask("near", draft)
        : await SearchAsync(draft with { Wish = draft.Wish with { Nearest = true, ByPay = false }, Seen = [] }, input, ct);

    private async Task<Turn> TakeSimilarAsync(VacancyDraft draft, Input input, CancellationToken ct) =>
        Chosen(draft.Similar, input.Text) is { } card
            ? await OpenAsync(draft, card.Id, input, ct)
            : await TakeFromListAsync(draft with { Page = null, Open = null }, input, ct);

    private async Task<Turn> TakePhoneAsync(VacancyDraft draft, Input input, CancellationToken ct) =>
        CallAnswer.Read(reader, input, draft.HasConfirmedPhone) switch
        {
            { Way: { } way } answer => await CallAsync(draft, way, answer.Phone, input, ct),
            { Way: null } => Say(draft, new NoCallIsAsked()),

            // Whatever else is said is about the work: the question must not hold anybody.
            null when CallAnswer.Slip(input) is { } slip => Ask("phone", draft, slip),
            null => await TakeFromListAsync(draft, input, ct),
        };

    private async Task<Turn> TakeReasonAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        // Whoever answers in words of their own says something else than the first three.
        var chosen = Choice.Read(input.Text, Enum.GetValues<ReportReason>().Length);
        if (chosen is null && LooksOn(input, draft.Wish)) return await TakeFromListAsync(draft, input, ct);
        if (chosen is null && IsElsewhere(input, draft.Wish)) return Again();

        var reason = (ReportReason)(chosen ?? (int)ReportReason.Fraud);
        var vacancy = draft.Open!.Card.Id;
        await desk.ReportAsync(input.From.Id, vacancy, reason, input.At, ct);
        return Say(draft with { Open = null, Seen = Remember(draft.Seen, [vacancy]) }, new ReportIsNoted()) with
        {
            Effects = [new Effect.HandOver("handover/vacancy-report") { Subject = VacancyCall.SubjectOf(vacancy) }],
        };
    }

    /// <summary>换一批, 有没有不看年龄的: the question must not hold anybody who looks on.</summary>
    private bool LooksOn(Input input, VacancyWish wish)
    {
        var cues = reader.Read(input.Text, input.At, wish).Cues;
        return !cues.HasFlag(Cue.Report)
            && (answers.LookForAnother(input.Text) || (cues.HasFlag(Cue.Another) && input.Text.Length <= LongestCommand));
    }

    /// <summary>A wish or another matter; but 要我先交押金 is a reason, whatever else it may be.</summary>
    private bool IsElsewhere(Input input, VacancyWish wish) =>
        input.IsAside || (input.IsFreeWish && !reader.Read(input.Text, input.At, wish).Cues.HasFlag(Cue.Report));

    private async Task<Turn> TakeRefinementAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var read = reader.Read(input.Text, input.At, draft.Wish);
        return read.IsWish ? AsFarAsRead(read, await GoOnAsync(draft with { Seen = [] }, read, input, ct)) : Again();
    }

    private async Task<Turn> TakeSentPlaceAsync(VacancyDraft draft, GeoPoint sent, Input input, CancellationToken ct) =>
        draft.Wish is { Regions: [], Quarter: null }
            ? await SearchAsync(draft with { Wish = draft.Wish with { Near = sent }, Seen = [] }, input, ct)
            : Ask("sent", draft with { Sent = sent });

    /// <summary>A wish was said: asks what is unclear of it, else looks for it.</summary>
    private async Task<Turn> GoOnAsync(VacancyDraft draft, ReadWish read, Input input, CancellationToken ct)
    {
        if (read.Wish.Age < WorkingAge) return Done(new TooYoungToWork());

        var next = draft with { Wish = read.Wish, Others = read.Others ?? draft.Others, Unclear = read.Unclear };
        IReply[] before =
        [
            .. read.Cues.HasFlag(Cue.Sensitive) ? [new KeptFromEmployers()] : Array.Empty<IReply>(),
            .. read.Untold is { } untold ? [new PostsDoNotTell(untold, Lists: true)] : Array.Empty<IReply>(),
        ];
        if (read.Unclear is not null) return Ask("place", next, before);
        if (next is { PayIsNext: true, Wish.Pay: null }) return Ask("pay", next with { PayIsNext = false }, before);
        return NeedsStart(next, read.Cues)
            ? Ask("near", next with { IsStartAsked = true }, before)
            : await SearchAsync(next, input, ct, before);
    }

    /// <summary>离我近的 without any place, or 公交 40 分钟内, and nobody knows from where.</summary>
    private static bool NeedsStart(VacancyDraft draft, Cue cues) => draft.Wish.Near is null && (
        (cues.HasFlag(Cue.Nearer) && draft.Wish is { Regions: [], Quarter: null })
        || draft is { Wish.Reach: not null, IsStartAsked: false });

    private async Task<Turn> SearchAsync(VacancyDraft draft, Input input, CancellationToken ct, params IReply[] before)
    {
        var page = await search.SearchAsync(draft.Wish, draft.Seen, input.At, ct);
        return Ask("list", draft with { Page = page, Open = null, Seen = Remember(draft.Seen, page.Cards.Select(c => c.Id)) }, before);
    }

    private async Task<Turn> ShowMoreAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var page = await search.SearchAsync(draft.Wish, draft.Seen, input.At, ct);
        if (page.Cards.Count == 0) return Say(draft, new NoMoreVacancies());
        return Ask("list", draft with { Page = page, Open = null, Seen = Remember(draft.Seen, page.Cards.Select(c => c.Id)) });
    }

    private async Task<Turn> OpenAsync(VacancyDraft draft, long vacancy, Input input, CancellationToken ct)
    {
        if (await search.OpenAsync(vacancy, input.At, ct) is { } detail) return Ask("detail", draft with { Open = detail });
        return Ask("similar", draft with { Open = null, Similar = await search.SimilarAsync(vacancy, input.At, ct) });
    }

    /// <summary>联系 speaks of the vacancy that is open; 第二个，帮我联系 of one in the list.</summary>
    private async Task<Turn> ContactAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (draft.Page is not { } page || (reader.OrdinalIn(input.Text, input.At) - 1 ?? Named(input.Text, page)) is not { } index
            || page.Cards.ElementAtOrDefault(index) is not { } card)
        {
            return AskPhone(draft, input);
        }

        var opened = await OpenAsync(draft, card.Id, input, ct);
        return opened.Move is Move.To { Draft: VacancyDraft { Open: not null } open } ? AskPhone(open, input) : opened;
    }

    /// <summary>最后一个，给我报名: one clause chooses.</summary>
    private static int? Named(string text, VacancyPage page) => text.Split('，', ',', ' ')
        .Select(clause => Choice.Read(clause, page.Cards.Count)).FirstOrDefault(index => index is not null);

    private Turn AskPhone(VacancyDraft draft, Input input) =>
        Ask("phone", draft with { HasConfirmedPhone = input.From.Level >= MemberLevel.PhoneConfirmed });

    private async Task<Turn> CallAsync(VacancyDraft draft, CallWay way, MobileNumber? phone, Input input, CancellationToken ct)
    {
        await desk.AskForCallAsync(input.From.Id, draft.Open?.Card.Id, way, phone, draft.Wish.StartsOn, input.At, ct);
        return Say(draft, new CallIsAsked(draft.Open?.Card.Title, way is not CallWay.Chat)) with
        {
            Effects =
            [
                new Effect.HandOver(VacancyCall.CaseKind)
                {
                    Subject = VacancyCall.SubjectOf(draft.Open?.Card.Id),
                    Within = VacancyCall.Within,
                },
            ],
        };
    }

    /// <summary>改成137…, behind a call that is on order: a number said over the list can be nothing else.</summary>
    private async Task<Turn?> TryChangePhoneAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var (phone, slip) = (reader.PhoneIn(input.FullText, input.At), CallAnswer.Slip(input));
        if ((phone is null && slip is null) || !await desk.IsCallOnOrderAsync(input.From.Id, ct)) return null;
        if (phone is null) return Say(draft, slip!);

        await desk.ChangeCallAsync(input.From.Id, CallWay.GivenPhone, phone, input.At, ct);
        return Say(draft, new CallPhoneIsChanged(DisplayMask.Mobile(phone.Value), InChat: false));
    }

    /// <summary>By number or by the whole title: a part of one (保洁) may as well be another wish.</summary>
    private static VacancyCard? Chosen(IReadOnlyList<VacancyCard> cards, string text) =>
        Choice.Read(text, cards.Count) is { } index ? cards[index] : cards.FirstOrDefault(c => c.Title == text);

    /// <summary>Says something and goes on waiting over the list, without showing it once more.</summary>
    private static Turn Say(VacancyDraft draft, params IReply[] replies) =>
        new(new Move.To(draft.Open is null ? "list" : "detail", draft), replies);

    private static IReply Listed(VacancyDraft draft) => draft.Page switch
    {
        null => new AskWish(),
        { Cards: [] } page => new NothingFound(page.Said, draft.Others?.Who),
        var page => new ShowVacancies(page, draft.Wish.Age >= SeniorAge, draft.Others?.Who),
    };

    private static WhichSearch? WhichPlaceCounts(VacancyDraft draft) =>
        draft.Page is { } page ? new WhichSearch(page.Said.Places) : null;

    private static IReadOnlyList<long> Remember(IReadOnlyList<long> seen, IEnumerable<long> more) =>
        [.. seen.Concat(more).Distinct().TakeLast(MostSeen)];

    /// <summary>A few characters that are no sentence may be a title of work that nobody has listed.</summary>
    private static bool IsTitle(string text) => text.Length is >= 2 and <= 8 && text.All(char.IsLetterOrDigit) && YesNo.Read(text) is null;
}
