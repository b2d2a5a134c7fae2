namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>One day of one team, in the order of its visits.</summary>
internal sealed class Route(Crew crew, DateOnly day)
{
    private readonly List<Stop> _order = [];

    public Crew Crew => crew;

    public DateOnly Day => day;

    public IReadOnlyList<Stop> Order => _order;

    /// <summary>Whether nothing may be put into the day any more: it has passed, or somebody of the team is away.</summary>
    public bool IsOver { get; init; }

    public bool Fits(Stop stop) => !IsOver && day >= stop.Earliest && day <= stop.Latest && crew.MaySee(stop);

    /// <param name="without">A stop that would leave; null when all stay.</param>
    public bool HasRoomFor(HalfDay? half, Stop? without = null) =>
        _order.Count - (without is null ? 0 : 1) < crew.VisitsADay && HasHalfFor(half, without);

    public bool HasHalfFor(HalfDay? half, Stop? without = null) =>
        half is null
        || _order.Count(s => s != without && (s.Half == half || (half == HalfDay.Morning && s.IsDone))) < crew.VisitsAHalf;

    /// <summary>The least by which the way grows, and where the stop then stands; -1 when it can stand nowhere in this order.</summary>
    public (double Metres, int At) Cheapest(Stop stop, Stop? without = null)
    {
        var order = without is null ? _order : _order.Where(s => s != without).ToList();
        var (least, at) = (double.PositiveInfinity, -1);
        for (var i = order.FindLastIndex(s => s.IsDone) + 1; i <= order.Count; i++)
        {
            var metres = GrowthAt(order, stop, i);
            if (metres < least && HalfDays.AllowAt(order, stop, i, crew.VisitsAHalf)) (least, at) = (metres, i);
        }

        return (least, at);
    }

    /// <summary>By how much the way shrinks when the stop leaves.</summary>
    public double Saving(Stop stop)
    {
        var i = _order.IndexOf(stop);
        var before = Leg(_order, i) + Leg(_order, i + 1);
        return i + 1 < _order.Count ? before - LegBetween(_order, i - 1, _order[i + 1]) : before;
    }

    public void Insert(Stop stop)
    {
        var (_, at) = Cheapest(stop);
        _order.Insert(at < 0 ? _order.Count : at, stop);
        if (at < 0) HalfDays.Sort(_order);
        stop.Route = this;
        crew.Load++;
    }

    /// <summary>Behind all others, as a plan that was made before has it.</summary>
    public void Append(Stop stop)
    {
        _order.Add(stop);
        if (HalfDays.MorningOf(_order, crew.VisitsAHalf) is null) HalfDays.Sort(_order);
        stop.Route = this;
        crew.Load++;
    }

    public void Remove(Stop stop)
    {
        _order.Remove(stop);
        stop.Route = null;
        crew.Load--;
    }

    /// <param name="order">The same stops in another order.</param>
    public void Reorder(IReadOnlyList<Stop> order)
    {
        var copy = order.ToArray();
        _order.Clear();
        _order.AddRange(copy);
    }

    public double Metres(IReadOnlyList<Stop> order) => Enumerable.Range(0, order.Count).Sum(i => Leg(order, i));

    private double GrowthAt(List<Stop> order, Stop stop, int i) =>
        LegBetween(order, i - 1, stop) + (i < order.Count ? stop.MetresTo(order[i]) - Leg(order, i) : 0);

    /// <summary>The way to the i-th stop; 0 behind the last: nobody is led home.</summary>
    private double Leg(IReadOnlyList<Stop> order, int i) => i < order.Count ? LegBetween(order, i - 1, order[i]) : 0;

    private double LegBetween(IReadOnlyList<Stop> order, int i, Stop to) => i < 0 ? to.MetresFrom(crew.Start) : order[i].MetresTo(to);
}
