using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Contacts;

namespace UnionBot.Services.Vacancies.FollowUps;

/// <summary>回访: whether the work was taken, and the one thing that is to be known by now.</summary>
internal sealed class TellHowItGoes(IPlacements placements) : Dialog<TellHowItGoes.Draft>
{
    public sealed record Draft(FollowUpDay Day);

    /// <summary>是, said to whether work was found through the union.</summary>
    public const string ThroughUnionKey = DialogName + ":here";

    public const string ElsewhereKey = DialogName + ":elsewhere";

    private const string DialogName = "vacancies/follow-up";

    private static readonly TimeSpan CallWithin = TimeSpan.FromHours(24);

    public override string Name => DialogName;

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["begun"] = new(_ => new AskWhetherBegun(), TakeBegunAsync),
        ["how"] = new(draft => new AskOneThing(draft.Day), TakeHowAsync),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        var placement = await placements.OpenAsync(input.From.Id, ct);
        if (input.Key is ThroughUnionKey or ElsewhereKey) return SayFound(placement, input.Key is ThroughUnionKey);
        if (placement is not { IsOpen: true, Asked: { } asked }) return Done(new NothingToFollowUp());

        return Ask(placement.IsWorking ? "how" : "begun", new Draft(asked));
    }

    private static Turn SayFound(Placement? placement, bool throughUnion)
    {
        placement?.SayFound(throughUnion);
        return Done(new FollowUpIsNoted(IsOver: false));
    }

    private async Task<Turn> TakeBegunAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (Choice.Read(input.Text, count: 3) is not { } index) return Again();
        if (await placements.OpenAsync(input.From.Id, ct) is not { } placement) return Done(new NothingToFollowUp());

        switch (index)
        {
            case 0:
                placement.SayWorking();
                return Ask("how", draft);
            case 1:
                placement.SayUndecided();
                break;
            default:
                placement.End(input.At);
                break;
        }

        await placements.SettleAsync(placement, input.At, ct);
        return Done(new FollowUpIsNoted(IsOver: index == 2));
    }

    private async Task<Turn> TakeHowAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (Choice.Read(input.Text, count: 3) is not { } index) return Again();
        if (await placements.OpenAsync(input.From.Id, ct) is not { } placement) return Done(new NothingToFollowUp());

        if (index == 2) placement.End(input.At);
        else placement.Answer(isGood: index == 0);
        if (index == 1) return CallFor(placement, draft.Day);

        await placements.SettleAsync(placement, input.At, ct);
        return Done(new FollowUpIsNoted(IsOver: index == 2));
    }

    /// <summary>Something is wrong: the officer's case stays, and the officer calls soon.</summary>
    private static Turn CallFor(Placement placement, FollowUpDay day) => Done(new OfficerWillHelp(day)) with
    {
        Effects = [new Effect.HandOver(CaseKinds.Of(day)) { Subject = VacancyCall.SubjectOf(placement.VacancyId), Within = CallWithin }],
    };
}
