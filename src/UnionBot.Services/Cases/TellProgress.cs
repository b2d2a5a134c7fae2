using System.Globalization;
using System.Text.RegularExpressions;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Cases;

/// <summary>
/// 编号 18 办得咋样了: where the person's own cases stand, in the middle of whatever else is being done. A bare 18 is enough
/// for an open case.
/// </summary>
internal sealed partial class TellProgress(ICaseProgress cases) : OneTurnDialog
{
    public override string Name => "cases/progress";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        if (NumberIn(input.Text) is not { } number) return [await TellAsync(await cases.LatestAsync(input.From.Id, ct), input.At, ct)];

        var found = await cases.FindAsync(input.From.Id, number, ct);
        if (input.OnlyIfSure && found is not { IsClosed: false }) return [];

        return found is null ? [new NoSuchCase(number)] : [await TellAsync([found], input.At, ct)];
    }

    private async Task<IReply> TellAsync(IReadOnlyList<CaseProgress> told, DateTimeOffset at, CancellationToken ct) => told.Count > 0
        ? new ShowCases(told, await cases.IsAnybodyThereAsync(at, ct))
        : new NoCaseIsOpen();

    /// <summary>The first number stands for the case, wherever it is said.</summary>
    private static long? NumberIn(string text) =>
        long.TryParse(Digits().Match(text).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"(?<=编号[^0-9]{0,4})[0-9]+|[0-9]+(?=号)|[0-9]+(?=\W*$)")]
    private static partial Regex Digits();
}
