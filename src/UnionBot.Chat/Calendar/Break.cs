namespace UnionBot.Chat.Calendar;

/// <summary>Days off in a row for one or more holidays, as the State Council's schedule (国务院办公厅通知) gives them.</summary>
/// <param name="Holidays">The holidays' names: 国庆节, 中秋节.</param>
/// <param name="First">The first day off.</param>
/// <param name="Last">The last day off.</param>
public sealed record Break(IReadOnlyList<string> Holidays, DateOnly First, DateOnly Last);
