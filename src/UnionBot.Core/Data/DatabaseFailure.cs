using System.Data.Common;

namespace UnionBot.Core.Data;

/// <summary>
/// Tells a database that is gone or refuses from a mistake of ours. Entity Framework hides the former in exceptions of
/// its own, one of them of the same type as the latter.
/// </summary>
public static class DatabaseFailure
{
    /// <summary>Whether the database is behind an exception.</summary>
    public static bool IsBehind(Exception? e) => e is not null && (e is DbException || IsBehind(e.InnerException));

    /// <summary>What the database itself said, or what was said of the way to it.</summary>
    public static string ReasonOf(Exception e) => e is DbException || e.InnerException is null ? e.Message : ReasonOf(e.InnerException);
}
