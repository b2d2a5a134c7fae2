using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>A target while the plan is made.</summary>
/// <param name="index">Its place among all targets by id.</param>
/// <param name="point">Where it is taken to lie for ranking: its own place, its street's or its district's; null when no target of the district has one.</param>
/// <param name="isVague">Whether not even the place of its street is known.</param>
internal sealed class Stop(VisitTarget target, int index, GeoPoint? point, bool isVague)
{
    /// <summary>Metres that a way to another street counts for when nobody knows where the street is: keeps streets together.</summary>
    private const double AnotherStreet = 300;

    public VisitTarget Target => target;

    public int Index => index;

    public GeoPoint? Point => point;

    /// <summary>Whether <see cref="Point"/> is the target's own.</summary>
    public bool IsLocated => target.At is not null;

    /// <summary>A named day that cannot be kept any more is let go.</summary>
    public bool NameIsLost { get; init; }

    /// <summary>Over, and so neither moved nor bound to half a day.</summary>
    public bool IsDone { get; init; }

    public HalfDay? Half => NameIsLost || IsDone ? null : target.Named?.Half;

    public DateOnly Earliest => Named?.Day ?? target.Earliest ?? DateOnly.MinValue;

    public DateOnly Latest => Named?.Day ?? target.Latest ?? DateOnly.MaxValue;

    public NamedTime? Named => NameIsLost ? null : target.Named;

    /// <summary>Where the visit is planned; null while it is not.</summary>
    public Route? Route { get; set; }

    public double MetresTo(Stop other)
    {
        var metres = MetresFrom(other.Point);
        return (isVague || other.IsVague) && target.Street != other.Target.Street ? metres + AnotherStreet : metres;
    }

    /// <summary>0 when one of the two is not known: such a way is the same for all.</summary>
    public double MetresFrom(GeoPoint? other) => point is { } here && other is { } there ? Distance.RoughMetres(here, there) : 0;

    private bool IsVague => isVague;
}
