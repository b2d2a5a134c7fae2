using System.Data.Common;
using Npgsql;

namespace UnionBot.Core.Data;

/// <summary>
/// Tells a database that is gone or refuses from a mistake of ours. Entity Framework hides the former in exceptions of
/// its own, up to two of them, and one of the same type as the latter.
/// </summary>
public static class DatabaseFailure
{
    /// <summary>Whether the database is behind an exception.</summary>
    public static bool IsBehind(Exception failure) => Find(failure) is not null || IsCutOff(failure);

    /// <summary>What the database itself said, or what was said of the way to it.</summary>
    public static string ReasonOf(Exception failure) => (Find(failure) ?? failure).Message;

    /// <summary>Whether the database could not be asked, or will take the same statement another time.</summary>
    public static bool WillPass(Exception failure) =>
        Find(failure) is { IsTransient: true } or { InnerException: IOException } || IsCutOff(failure);

    /// <summary>Whether somebody faster, on whichever host, was in the way: decided anew, the work sees the winner.</summary>
    public static bool IsRace(Exception failure) => (Find(failure) as PostgresException)?.SqlState is
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation;

    // What Npgsql 10 says when the server goes in the very moment in which a command begins: its connection is half taken down by then.
    private static bool IsCutOff(Exception? failure) =>
        failure is ObjectDisposedException { ObjectName: "System.Threading.ManualResetEventSlim" } || (failure?.InnerException is { } inner && IsCutOff(inner));

    private static DbException? Find(Exception? failure) =>
        failure is null ? null : failure as DbException ?? Find(failure.InnerException);
}
