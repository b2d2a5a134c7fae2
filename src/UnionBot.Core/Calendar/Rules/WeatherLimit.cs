namespace UnionBot.Core.Calendar.Rules;

/// <summary>日最高≥37℃: a rule that has no day before a forecast is given.</summary>
/// <param name="Degrees">Degrees Celsius, -60 to 60.</param>
public sealed record WeatherLimit(DayTemperature Of, LimitKind Kind, int Degrees)
{
    /// <param name="highest">The day's forecast maximum in degrees Celsius; null when it is not known.</param>
    /// <param name="lowest">The same of the minimum.</param>
    /// <returns>False too when what it asks for is not known.</returns>
    public bool IsMet(decimal? highest, decimal? lowest) => (Of is DayTemperature.Highest ? highest : lowest) is { } degrees && Kind switch
    {
        LimitKind.AtLeast => degrees >= Degrees,
        LimitKind.Above => degrees > Degrees,
        LimitKind.AtMost => degrees <= Degrees,
        LimitKind.Below => degrees < Degrees,
        _ => throw new InvalidOperationException($"{Kind} is no kind of limit."),
    };
}

public enum DayTemperature
{
    Highest,
    Lowest,
}

public enum LimitKind
{
    AtLeast,
    Above,
    AtMost,
    Below,
}
