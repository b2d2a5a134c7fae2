namespace UnionBot.Services.Campaigns.Weather;

/// <summary>What the weather of a district, or of a city where its districts are not told apart, will be on a day. Imported.</summary>
/// <param name="RegionCode">Six digits (GB/T 2260).</param>
/// <param name="Day">In China.</param>
/// <param name="Highest">Degrees Celsius; null when it is not forecast.</param>
/// <param name="Lowest">The same.</param>
/// <param name="Source">Who forecasts it; null when the list did not say.</param>
public sealed record Forecast(string RegionCode, DateOnly Day, decimal? Highest, decimal? Lowest, string? Source)
{
    internal const int LongestSource = 60;
}

/// <summary>A named member of staff lets those who work outdoors in a district be told of a day's weather. One a district and day.</summary>
/// <param name="MetLimit">The limit that was met when it was released, such as 日最高≥37℃: under another forecast it does not count.</param>
/// <param name="SentAt">When everybody had been written into the ledger; null before. UTC.</param>
/// <param name="People">How many were written to.</param>
internal sealed record WeatherRelease(string RegionCode, DateOnly Day, string MetLimit, long StaffId, DateTimeOffset? SentAt, int People);
