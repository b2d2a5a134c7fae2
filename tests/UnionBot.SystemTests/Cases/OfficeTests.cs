using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Cases;

/// <summary>Tests in a union's office of their own.</summary>
public abstract class OfficeTests : IAsyncLifetime
{
    internal TestDatabase Database { get; private set; } = null!;

    internal UnionOffice Office { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Office = await UnionOffice.OpenAsync(Database);
    }

    public async Task DisposeAsync()
    {
        await Office.DisposeAsync();
        await Database.DisposeAsync();
    }
}
