using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;

namespace UnionBot.Services.LegalAid.Lawyers;

/// <summary>今日预约, 明天预约: a lawyer's consultations of a day; a number opens one.</summary>
internal sealed class ShowLawyerDay(LawyerDesk desk) : IReservedDialog
{
    private const char Tomorrow = '明';

    public string Name => "legal-aid/lawyer-day";

    public async Task<bool> IsForAsync(Input input, CancellationToken ct) => await desk.LawyerOfAsync(input.From.Id, ct) is not null;

    public async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        var isTomorrow = input.Text.Contains(Tomorrow, StringComparison.Ordinal);
        var day = UnionCalendar.DayOf(input.At).AddDays(isTomorrow ? 1 : 0);
        if (await desk.LinesAsync(input.From.Id, day, days: 1, input.At, ct) is not { } lines) return Over(new NotYourConsultation());

        return Over(new LawyerDay(day, isTomorrow, lines)) with
        {
            Offers = [.. lines.Select(line => new PushChoice(line.Number, $"{HandleConsultation.DialogName}:{line.Id}"))],
        };
    }

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) => throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;

    private static Turn Over(IReply reply) => new(new Move.Over(), [reply]) { IsPrivate = true };
}
