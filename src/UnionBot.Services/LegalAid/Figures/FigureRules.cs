using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.FollowUps;
using UnionBot.Services.LegalAid.Outcomes;

namespace UnionBot.Services.LegalAid.Figures;

/// <summary>What each figure counts, and among what. Whatever shows a figure, its parts or its list asks here, so they cannot differ.</summary>
internal static class FigureRules
{
    /// <summary>4 and 5 of 5 are content.</summary>
    private const int Content = 4;

    private static readonly Rule[] All =
    [
        Count("booked", f => f.IsBooking, f => f.IsBooking),
        Count("came", f => f.TookPlace, f => f.IsBooking),
        Count("moved", f => f.IsBooking && f.Moves > 0, f => f.IsBooking),
        Count("cancelled", f => f.IsBooking && f.State is BookingState.Cancelled, f => f.IsBooking),
        Count("missed", f => f.IsBooking && f.State is BookingState.NoShow, f => f.IsBooking),
        Count("not-answered", f => f.IsBooking && f.State is BookingState.NotAnswered, f => f.IsBooking),
        Count("sent-on-before", f => f.IsBooking && f.WasSentOnBefore, f => f.IsBooking),
        Count("still-open", f => f.IsBooking && f.State is BookingState.Booked, f => f.IsBooking),
        Median("first-free-days", f => f.DaysToFirstFree),
        Median("waited-days", f => f.TookPlace ? f.DaysWaited : null),
        Count("advice", f => f.Has(OutcomeKinds.Advice), f => f.Kinds is not OutcomeKinds.None),
        Sum("advice-people", f => f.Has(OutcomeKinds.Advice) ? f.People : null, FigureUnit.People),
        Count("drafting", f => f.Has(OutcomeKinds.Drafting), f => f.Kinds is not OutcomeKinds.None),
        Count("mediation", f => f.Has(OutcomeKinds.Mediation), f => f.Kinds is not OutcomeKinds.None),
        Count("mediation-settled", f => f.Has(OutcomeKinds.Mediation) && f.IsSettled is true, f => f.Has(OutcomeKinds.Mediation)),
        Count("arbitration", f => f.Has(OutcomeKinds.Arbitration), f => f.Kinds is not OutcomeKinds.None),
        Count("litigation", f => f.Has(OutcomeKinds.Litigation), f => f.Kinds is not OutcomeKinds.None),
        Count("transferred", f => f.IsTransferred, f => f.TookPlace || f.WasSentOnBefore),
        Count("to-legal-aid", f => f.GoesOn(OutcomeKinds.ToLegalAid), f => f.HasEnd),
        Count("to-petition", f => f.GoesOn(OutcomeKinds.ToPetition), f => f.HasEnd),
        Count("to-counselling", f => f.GoesOn(OutcomeKinds.ToCounselling), f => f.HasEnd),
        Count("group", f => f.IsGroup && (f.Matter is null || f.IsLead), f => f.TookPlace),
        Sum("group-people", f => f.IsGroup ? f.People : null, FigureUnit.People),
        Sum("involved", f => f.InvolvedFen, FigureUnit.Money),
        Sum("recovered", f => f.RecoveredFen, FigureUnit.Money),
        Count("asked-back", f => f.Score is not null, f => f.WasAsked),
        Count("content", f => f.Score >= Content, f => f.Score is not null),
        Count("solved", f => f.Solved is Solved.Yes, f => f.Solved is not null),
        Count("in-time", f => IsCase(f) && f.ClosedAt <= f.At, IsCase),
        Count("fairs-covered", f => f.HasLawyer is true, f => f.HasLawyer is not null, FigureUnit.Fairs),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(rule => rule.Name)];

    public static IReadOnlyList<Figure> Reckon(IReadOnlyCollection<ConsultationFact> facts) => [.. All.Select(rule => rule.Reckon(facts))];

    /// <summary>What a figure counts; of a median and a sum, what it is reckoned from.</summary>
    public static IEnumerable<ConsultationFact> Counted(string figure, IEnumerable<ConsultationFact> facts) =>
        All.Where(rule => rule.Name == figure).SelectMany(rule => facts.Where(rule.Counts));

    private static bool IsCase(ConsultationFact fact) => !fact.IsBooking && fact.HasLawyer is null;

    private static Rule Count(string name, Func<ConsultationFact, bool> counts, Func<ConsultationFact, bool> among, FigureUnit unit = FigureUnit.Cases) =>
        new(name, counts, facts => new Figure(name, facts.Count(counts), facts.Count(among), unit));

    /// <summary>Among those of whom it is known.</summary>
    private static Rule Sum(string name, Func<ConsultationFact, long?> amount, FigureUnit unit) =>
        new(name, f => amount(f) is not null, facts => new Figure(name, facts.Sum(amount) ?? 0, facts.Count(f => amount(f) is not null), unit));

    /// <summary>Of an even number the mean of the two in the middle.</summary>
    private static Rule Median(string name, Func<ConsultationFact, int?> days) => new(name, f => days(f) is not null, facts =>
    {
        int[] known = [.. facts.Select(days).OfType<int>().Order()];
        var median = known.Length == 0 ? 0 : (known[(known.Length - 1) / 2] + known[known.Length / 2]) / 2m;
        return new Figure(name, median, known.Length, FigureUnit.Days);
    });

    private sealed record Rule(string Name, Func<ConsultationFact, bool> Counts, Func<IReadOnlyCollection<ConsultationFact>, Figure> Reckon);
}
