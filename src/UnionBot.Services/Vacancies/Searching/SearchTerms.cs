namespace UnionBot.Services.Vacancies.Searching;

/// <summary>What the database is asked for.</summary>
internal sealed record SearchTerms
{
    /// <summary>Every one of these tokens.</summary>
    public string[] All { get; init; } = [];

    /// <summary>Of each group at least one.</summary>
    public IReadOnlyList<string[]> AnyOf { get; init; } = [];

    /// <summary>None of these tokens …</summary>
    public string[] None { get; init; } = [];

    /// <summary>… unless one of these is there.</summary>
    public string[] Unless { get; init; } = [];

    /// <summary>None of these tokens, whatever else is there.</summary>
    public string[] Never { get; init; } = [];

    /// <summary>No further away than this; null when that does not count.</summary>
    public Circle? Within { get; init; }

    /// <summary>What a month may bring must be this at least; null when that does not count.</summary>
    public long? MonthFen { get; init; }

    /// <summary>What a month surely brings must be this at least; null when that does not count.</summary>
    public long? BaseFen { get; init; }

    /// <summary>Only what names no age.</summary>
    public bool AnyAge { get; init; }

    /// <summary>What a month surely brings must be this at most; null when that does not count.</summary>
    public long? MostFen { get; init; }
}

/// <summary>A place and all that lies around it.</summary>
internal readonly record struct Circle(double Latitude, double Longitude, double Kilometres);
