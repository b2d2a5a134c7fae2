using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace UnionBot.Core.Data;

/// <summary>
/// Finds what the database said in an exception: Entity Framework wraps it, and what it thinks will pass it wraps twice
/// (an <see cref="InvalidOperationException"/> around a <see cref="DbUpdateException"/>).
/// </summary>
public static class DatabaseFailure
{
    /// <returns>The database's own exception; null when the failure is none of the database.</returns>
    public static NpgsqlException? Find(Exception failure)
    {
        for (Exception? e = failure; e is not null; e = e is InvalidOperationException or DbUpdateException ? e.InnerException : null)
        {
            if (e is NpgsqlException found) return found;
        }

        return null;
    }

    /// <summary>Whether the database could not be asked, or will take the same statement another time.</summary>
    public static bool WillPass(Exception failure) =>
        Find(failure) is { IsTransient: true } or { InnerException: IOException };

    /// <summary>Whether somebody faster, on whichever host, was in the way: decided anew, the work sees the winner.</summary>
    public static bool IsRace(Exception failure) => (Find(failure) as PostgresException)?.SqlState is
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation;
}
