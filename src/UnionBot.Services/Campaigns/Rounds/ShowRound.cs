using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;

namespace UnionBot.Services.Campaigns.Rounds;

/// <summary>名单, 明天名单: a visitor's day; a number opens a visit.</summary>
internal sealed class ShowRound(RoundDesk desk) : IReservedDialog
{
    private const char Tomorrow = '明';

    public string Name => "campaigns/round";

    public async Task<bool> IsForAsync(Input input, CancellationToken ct) => await desk.VisitorOfAsync(input.From.Id, ct) is not null;

    public async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (await desk.VisitorOfAsync(input.From.Id, ct) is not { } visitor) return Over(new NotYourVisit());

        var isTomorrow = input.Text.Contains(Tomorrow, StringComparison.Ordinal);
        var day = UnionCalendar.DayOf(input.At).AddDays(isTomorrow ? 1 : 0);
        var lines = await desk.LinesAsync(visitor, day, isToday: !isTomorrow, ct);
        return Over(new RoundList(day, isTomorrow, lines, await desk.CarriedAsync(visitor, ct))) with
        {
            Offers = isTomorrow ? [] : [.. lines.Where(line => !line.IsDone).Select(line => new PushChoice(line.Name, $"{MakeVisit.DialogName}:{line.Visit}"))],
        };
    }

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) => throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;

    private static Turn Over(IReply reply) => new(new Move.Over(), [reply]) { IsPrivate = true };
}
