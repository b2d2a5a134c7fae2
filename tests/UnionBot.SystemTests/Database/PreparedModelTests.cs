using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.Database;

public sealed class PreparedModelTests
{
    [Fact]
    public void The_prepared_model_is_the_one_that_the_tables_describe()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=localhost");
        using var running = DatabaseSchema.Open(nowhere);
        using var described = new DesignTimeUnionDb().CreateDbContext([]);

        Assert.NotSame(described.Model, running.Model);
        Assert.Equal(Told(described), Told(running));
    }

    /// <summary>
    /// Without the annotations, of which a prepared model has only those that matter when it runs, and without the shapes of
    /// single queries, which the one that runs has gathered.
    /// </summary>
    private static string Told(DbContext db)
    {
        const MetadataDebugStringOptions Options = MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations;
        var entities = db.Model.GetEntityTypes().OrderBy(entity => entity.Name, StringComparer.Ordinal).Select(entity => entity.ToDebugString(Options));
        return string.Join('\n', entities) + db.Model.GetRelationalModel().ToDebugString(Options);
    }
}
