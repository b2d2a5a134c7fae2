namespace UnionBot.Services.Vacancies.Searching;

/// <summary>How far a worker is ready to go.</summary>
/// <param name="Way">公交.</param>
/// <param name="Kilometres">What the minutes come to, by an assumed speed.</param>
public sealed record Reach(string Way, int Minutes, double Kilometres);
