using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAid.Lawyers;

/// <summary>日历链接: a lawyer is given the secret address of their calendar, in place of an earlier one; 停用日历 ends it.</summary>
internal sealed class ManageCalendar(LawyerDesk desk) : OneTurnDialog, IReservedDialog
{
    private const char End = '停';

    public override string Name => "legal-aid/lawyer-calendar";

    public async Task<bool> IsForAsync(Input input, CancellationToken ct) => await desk.LawyerOfAsync(input.From.Id, ct) is not null;

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        if (input.Text.Contains(End, StringComparison.Ordinal))
            return [await desk.EndCalendarAsync(input.From.Id, ct) ? new CalendarIsEnded() : new NoCalendar()];

        return [await desk.OpenCalendarAsync(input.From.Id, ct) is { } link ? new CalendarIsOpen(link.AbsoluteUri) : new NoCalendar()];
    }
}
