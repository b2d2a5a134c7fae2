using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionBot.Core.Data;
using UnionBot.Services;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Setup.Database;

/// <summary>The whole model, its registration, and its migrations.</summary>
internal static partial class DatabaseSchema
{
    public static ModelAssemblies Model { get; } =
        new(typeof(UnionDb).Assembly, typeof(ServiceCatalog).Assembly, typeof(DatabaseSchema).Assembly);

    /// <summary>Registers the pool of connections and, a scope each, the <see cref="UnionDb"/> on it.</summary>
    public static void AddUnionDatabase(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => Source(connectionString));
        services.AddSingleton(Model);
        services.AddDbContext<UnionDb>((provider, options) => Use(options, provider.GetRequiredService<NpgsqlDataSource>()));
    }

    private static NpgsqlDataSource Source(string connectionString)
    {
        // The name stands in metrics, instead of the address.
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = "unionbot" };

        // Planning a batch's statements anew every time costs the server a third of its work.
        if (builder.ConnectionStringBuilder.MaxAutoPrepare == 0) builder.ConnectionStringBuilder.MaxAutoPrepare = 50;

        // No statement of ours changes a session, so there is nothing to reset between two uses of a connection.
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        return builder.Build();
    }

    /// <summary>Brings the database up to this program's version; several processes may do so at once.</summary>
    /// <returns>The names of the migrations that were missing.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var db = Open(source);
        await using var signIn = OpenSignIn(source);
        return [.. await MigrateAsync(db, ct), .. await MigrateAsync(signIn, ct)];
    }

    public static async Task<IReadOnlyList<string>> PendingAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var db = Open(source);
        await using var signIn = OpenSignIn(source);
        return [.. await db.Database.GetPendingMigrationsAsync(ct), .. await signIn.Database.GetPendingMigrationsAsync(ct)];
    }

    /// <summary>Makes the model, which is made once in a process, so that whoever opens a database next need not wait for it.</summary>
    public static void MakeModel()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=localhost");
        using var db = Open(nowhere);
        _ = db.Model;
    }

    public static UnionDb Open(NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<UnionDb>();
        Use(options, source);
        return new UnionDb(options.Options, Model);
    }

    public static SignInDb OpenSignIn(NpgsqlDataSource source) =>
        new(new DbContextOptionsBuilder<SignInDb>().UseNpgsql(source, SignInDb.Configure).Options);

    private static async Task<IReadOnlyList<string>> MigrateAsync(DbContext db, CancellationToken ct)
    {
        var missing = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (missing.Count > 0) await db.Database.MigrateAsync(ct);
        return missing;
    }

    private static void Use(DbContextOptionsBuilder options, NpgsqlDataSource source)
    {
        options.UseNpgsql(source);
        UsePreparedModel(options);
    }

    // Its body is left out while the model is prepared anew: what was prepared before may no longer compile.
    static partial void UsePreparedModel(DbContextOptionsBuilder options);
}
