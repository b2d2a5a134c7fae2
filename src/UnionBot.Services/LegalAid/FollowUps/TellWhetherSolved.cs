using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.LegalAid.FollowUps;

/// <summary>解决了, 没解决, 咨询回访: whether a consultation helped, then how content the person is; one question at a time, and none twice.</summary>
internal sealed class TellWhetherSolved(FollowUpDesk desk, SolvedWords words) : Dialog<TellWhetherSolved.Draft>, IReservedDialog
{
    public sealed record Draft(Guid Booking);

    /// <summary>So long a member of staff has to call whom it did not help.</summary>
    private static readonly TimeSpan CallWithin = TimeSpan.FromHours(48);

    private const string DialogName = "legal-aid/solved";

    private static readonly Solved[] Choices = [Solved.Yes, Solved.Partly, Solved.No];

    public override string Name => DialogName;

    /// <summary>Opens the dialog with an answer.</summary>
    public static string KeyOf(Solved solved) => $"{DialogName}:{solved}";

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["solved"] = new(_ => new AskSolved(), TakeSolvedAsync),
        ["score"] = new(_ => new AskScore(), TakeScoreAsync),
    };

    public async Task<bool> IsForAsync(Input input, CancellationToken ct) => await desk.OpenAsync(input.From.Id, input.At, ct) is not null;

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (await desk.OpenAsync(input.From.Id, input.At, ct) is not { } booking) return Private(Done(new NothingToFollow()));

        var draft = new Draft(booking);
        return (Chosen(input.Key) ?? words.Read(input.Text)) is { } solved ? await HearAsync(draft, solved, input, ct) : Private(Ask("solved", draft));
    }

    private static Solved? Chosen(string? key) =>
        key?.Split(':') is [_, var name] && Enum.TryParse<Solved>(name, out var solved) ? solved : null;

    private async Task<Turn> TakeSolvedAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (words.Leaves(input.Text)) return Private(Done(new LeftUnsaid()));

        var solved = Choice.Read(input.Text, Choices.Length) is { } index ? Choices[index] : words.Read(input.Text) ?? YesOrNo(input.Text);
        return solved is { } said ? await HearAsync(draft, said, input, ct) : Again();
    }

    private static Solved? YesOrNo(string text) => YesNo.Read(text) switch
    {
        true => Solved.Yes,
        false => Solved.No,
        null => null,
    };

    private async Task<Turn> HearAsync(Draft draft, Solved solved, Input input, CancellationToken ct)
    {
        if (await desk.AnswerAsync(input.From.Id, draft.Booking, solved, input.At, ct) is not { } subject) return Private(Done(new NothingToFollow()));

        var turn = Private(Ask("score", draft, new SolvedIsNoted(solved is Solved.Yes, solved is Solved.No)));
        return solved is Solved.No
            ? turn with { Effects = [new Effect.HandOver(CaseKinds.NotSolved) { Subject = subject, Within = CallWithin }] }
            : turn;
    }

    private async Task<Turn> TakeScoreAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (Choice.Read(input.Text.TrimEnd('分'), ConsultationFollowUp.BestScore) is not { } index)
            return words.Leaves(input.Text) || YesNo.Read(input.Text) is false ? Private(Done(new LeftUnsaid())) : Again();

        await desk.RateAsync(input.From.Id, draft.Booking, index + 1, input.At, ct);
        return Private(Done(new ScoreIsNoted()));
    }

    private static Turn Private(Turn turn) => turn with { IsPrivate = true };
}
