namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>Keeps the best few of many vacancies, of each employer one, without putting all of them in order.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class BestOfEmployers(int most)
{
    private readonly List<(FreshVacancy Vacancy, double Points)> _best = new(most + 1);

    /// <summary>The best first.</summary>
    public IReadOnlyList<FreshVacancy> Chosen => [.. _best.Select(kept => kept.Vacancy)];

    /// <summary>The points that one must have to be kept; null while there is room.</summary>
    public double? Least => _best.Count < most ? null : _best[^1].Points;

    public void Offer(FreshVacancy vacancy, double points)
    {
        var offered = (vacancy, points);
        if (_best.Count == most && !IsBetter(offered, _best[^1])) return;

        var same = _best.FindIndex(kept => kept.Vacancy.Candidate.Employer == vacancy.Candidate.Employer);
        if (same >= 0 && !IsBetter(offered, _best[same])) return;
        if (same >= 0) _best.RemoveAt(same);

        var at = _best.FindIndex(kept => IsBetter(offered, kept));
        _best.Insert(at < 0 ? _best.Count : at, offered);
        if (_best.Count > most) _best.RemoveAt(most);
    }

    /// <summary>By points, then by pay, then the newer one.</summary>
    private static bool IsBetter((FreshVacancy Vacancy, double Points) one, (FreshVacancy Vacancy, double Points) other)
    {
        if (one.Points != other.Points) return one.Points > other.Points;

        var pay = (one.Vacancy.Candidate.MonthFen ?? 0).CompareTo(other.Vacancy.Candidate.MonthFen ?? 0);
        return pay != 0 ? pay > 0 : one.Vacancy.Candidate.Id > other.Vacancy.Candidate.Id;
    }
}
