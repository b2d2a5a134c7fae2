using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Cases;

/// <summary>One step of an alarm: somebody was called, or nobody could be.</summary>
/// <param name="Step">Counts from 1.</param>
/// <param name="Called">How many members of staff were called; 0 when nobody can be reached in a chat.</param>
/// <param name="LastWasLost">Whether the call before reached nobody, so that this one came at once.</param>
/// <param name="IsTooSoon">Whether staff were called before and nobody answered yet, and it is too soon to call again.</param>
public sealed record AlarmStep(long AlarmId, CrisisKind Kind, int Step, int Called, bool LastWasLost = false, bool IsTooSoon = false);
