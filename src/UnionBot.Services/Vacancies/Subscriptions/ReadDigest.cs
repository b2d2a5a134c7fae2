using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Talking;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>新岗位: what the last digest brought, one by one, and what the worker says to each.</summary>
internal sealed class ReadDigest(IRuleBook rules, RuleTalk talk, IVacancySearch search, IVacancyDesk desk) : Dialog<ReadDigest.Draft>
{
    /// <param name="Open">What is open; null over the list.</param>
    public sealed record Draft(IReadOnlyList<PushedVacancy> Pushed, VacancyDetail? Open, DigestAnswer? Said = null);

    public override string Name => "vacancies/digest";

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["list"] = new(draft => new ShowDigest(draft.Pushed), TakeFromListAsync),
        ["answer"] = new(draft => draft.Open is { } open ? new AskDigestAnswer(open) : new ShowDigest(draft.Pushed), TakeAnswerAsync),
        ["change"] = new(draft => new AskWhatToChange(draft.Said is DigestAnswer.TooFar, draft.Said is DigestAnswer.TooLittle), TakeOtherAsync),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (await rules.LastDigestAsync(input.From.Id, UnionCalendar.DayOf(input.At), ct) is not { Count: > 0 } pushed) return Done(new NoDigestYet());

        var draft = new Draft(pushed, Open: null);
        return talk.CueIn(input.Text) is RuleCue.Why ? SayWhy(draft) : await talk.WithConsentAsync(Ask("list", draft), input, ct);
    }

    private async Task<Turn> TakeFromListAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (input.IsThanks) return Done(new YouAreWelcome());
        if (Choice.Read(input.Text, draft.Pushed.Count) is { } index) return await OpenAsync(draft, draft.Pushed[index].Card.Id, input, ct);
        return await TryRuleAsync(draft, draft.Pushed[0], input, ct) ?? Again();
    }

    private async Task<Turn> OpenAsync(Draft draft, long vacancy, Input input, CancellationToken ct) =>
        await search.OpenAsync(vacancy, input.At, ct) is { } detail
            ? Ask("answer", draft with { Open = detail })
            : Ask("list", draft with { Open = null }, new ClosedMeanwhile([]));

    private async Task<Turn> TakeAnswerAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (input.IsThanks) return Done(new YouAreWelcome());
        if (talk.AnswerIn(input.Text) is not { } answer) return await TakeOtherAsync(draft, input, ct);

        await rules.AnswerAsync(input.From.Id, draft.Open!.Card.Id, answer, ct);
        switch (answer)
        {
            case DigestAnswer.Wanted: return await CallAsync(draft.Open, input, ct);
            case DigestAnswer.Found: return (await talk.SayFoundAsync(input, Current(draft).Owner, ct)).Leave();
            case DigestAnswer.Doubtful: return await ReportAsync(draft.Open.Card.Id, input, ct);
            default: return Ask("change", draft with { Said = answer });
        }
    }

    /// <summary>不用 leaves it open, 新岗位 goes back to all that came; else a sentence about the rule.</summary>
    private async Task<Turn> TakeOtherAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (YesNo.Read(input.Text) is false) return Done(new YouAreWelcome());
        if (await TryRuleAsync(draft, Current(draft), input, ct) is { } about) return about;

        return input.NamedDialog == Name ? Ask("list", draft with { Open = null }) : Again();
    }

    /// <summary>工资降到三千二 changes the rule by which the vacancy came; 为什么推这个 tells it.</summary>
    private async Task<Turn?> TryRuleAsync(Draft draft, PushedVacancy about, Input input, CancellationToken ct)
    {
        if (talk.CueIn(input.Text) is RuleCue.Why) return SayWhy(draft);

        return await talk.TakeAsync(input, about.Owner, ct) is { } outcome ? outcome.Leave() : null;
    }

    /// <summary>Over the list of all that came, by each of the rules; else of the one that is open.</summary>
    private static Turn SayWhy(Draft draft)
    {
        var asked = draft.Open is null ? draft.Pushed : [Current(draft)];
        var reasons = asked.GroupBy(p => p.Owner)
            .Select(own => new WhyPushed(string.Join('、', own.Select(p => p.Card.Title)), own.First().Who, own.First().Said));
        return new Turn(new Move.To(draft.Open is null ? "list" : "answer", draft), [.. reasons]);
    }

    private async Task<Turn> CallAsync(VacancyDetail wanted, Input input, CancellationToken ct)
    {
        var way = input.From.Level >= MemberLevel.PhoneConfirmed ? CallWay.ConfirmedPhone : CallWay.Chat;
        await desk.AskForCallAsync(input.From.Id, wanted.Card.Id, way, phone: null, startsOn: null, input.At, ct);
        return Done(new CallIsAsked(wanted.Card.Title, way is CallWay.ConfirmedPhone)) with
        {
            Effects =
            [
                new Effect.HandOver(VacancyCall.CaseKind) { Subject = VacancyCall.SubjectOf(wanted.Card.Id), Within = VacancyCall.Within },
            ],
        };
    }

    private async Task<Turn> ReportAsync(long vacancy, Input input, CancellationToken ct)
    {
        await desk.ReportAsync(input.From.Id, vacancy, ReportReason.Fraud, input.At, ct);
        return Done(new ReportIsNoted()) with
        {
            Effects = [new Effect.HandOver("handover/vacancy-report") { Subject = VacancyCall.SubjectOf(vacancy) }],
        };
    }

    private static PushedVacancy Current(Draft draft) =>
        draft.Pushed.FirstOrDefault(p => p.Card.Id == draft.Open?.Card.Id) ?? draft.Pushed[0];
}
