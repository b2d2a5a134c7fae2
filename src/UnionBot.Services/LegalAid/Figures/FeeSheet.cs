namespace UnionBot.Services.LegalAid.Figures;

/// <summary>值班补贴: what lawyers did in a period, to be signed and paid for.</summary>
/// <param name="Lines">By lawyer and time.</param>
/// <param name="Totals">By lawyer.</param>
public sealed record FeeSheet(FigurePeriod Period, IReadOnlyList<FeeLine> Lines, IReadOnlyList<FeeTotal> Totals);

/// <summary>One block of hours that is over, or what a lawyer did outside of them on a day.</summary>
/// <param name="Lawyer">In clear; never logged.</param>
/// <param name="Day">In China.</param>
/// <param name="Hours">Null for what was held outside of the hours that are known.</param>
/// <param name="Site">Null where nobody had to come anywhere.</param>
/// <param name="Held">Consultations that took place.</param>
public sealed record FeeLine(string Lawyer, string Office, DateOnly Day, (TimeOnly From, TimeOnly Until)? Hours, string? Site, int Held);

/// <param name="Sessions">场次: blocks of hours in which the lawyer was there.</param>
/// <param name="AmountFen">Sessions times the standard; null while none is set.</param>
public sealed record FeeTotal(string Lawyer, string Office, int Sessions, int Held, long? AmountFen);
