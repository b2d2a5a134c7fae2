using Npgsql;
using UnionBot.Core.Data;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.Database;

/// <summary>A database of its own with all tables and no rows, dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name;

    private TestDatabase(string connectionString)
    {
        ConnectionString = connectionString;
        _name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        Source = NpgsqlDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    public static async Task<TestDatabase> CreateAsync() => new(await TestServer.CreateDatabaseAsync());

    /// <summary>A database with the rows of another one, to which nobody is connected.</summary>
    public static async Task<TestDatabase> CopyAsync(string template) => new(await TestServer.CreateDatabaseAsync(template));

    /// <summary>Closes the connections and leaves the database, to be copied until the test run ends.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> KeepAsTemplateAsync()
    {
        await Source.DisposeAsync();
        return _name;
    }

    /// <summary>A context of its own, as one turn or request would have it.</summary>
    public UnionDb Open() => DatabaseSchema.Open(Source);

    /// <summary>Runs one statement; parameters are <c>$1</c>, <c>$2</c>, …</summary>
    /// <returns>The number of rows it changed.</returns>
    public async Task<int> ExecuteAsync(string sql, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of the first row.</summary>
    public async Task<T> ScalarAsync<T>(string sql, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await TestServer.DropDatabaseAsync(_name);
    }

    private NpgsqlCommand Command(string sql, object[] parameters)
    {
        var command = Source.CreateCommand(sql);
        foreach (var value in parameters) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
