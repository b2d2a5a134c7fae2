using Microsoft.EntityFrameworkCore;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.Database;

public sealed class TestDatabaseTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task A_test_database_has_all_tables_and_no_rows()
    {
        await using var db = fixture.Database.Open();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.False(await db.Set<Person>().AnyAsync());
    }

    [Fact]
    public void The_migrations_cover_the_whole_model()
    {
        using var db = fixture.Database.Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Two_test_databases_do_not_see_each_other()
    {
        await using var other = await TestDatabase.CreateAsync();

        await other.ExecuteAsync("CREATE TABLE only_here (id int)");

        Assert.Equal(0L, await fixture.Database.ScalarAsync<long>(
            "SELECT count(*) FROM pg_tables WHERE tablename = $1", "only_here"));
    }
}
