using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>Begins a transaction that both contexts of a scope take part in: they share one connection.</summary>
internal sealed class SignInTransactions(UnionDb union, SignInDb signIn)
{
    public async Task<SharedTransaction> BeginAsync(CancellationToken ct)
    {
        var transaction = await union.Database.BeginTransactionAsync(ct);
        await signIn.Database.UseTransactionAsync(transaction.GetDbTransaction(), ct);
        return new SharedTransaction(transaction, signIn);
    }

    /// <summary>Locks the row of an account, so that its tries are counted one after the other, on whichever host.</summary>
    public Task LockAsync(string normalizedName, CancellationToken ct) => signIn.Database.ExecuteSqlAsync(
        $"SELECT 1 FROM sign_in.account WHERE normalized_user_name = {normalizedName} FOR UPDATE", ct);

    /// <inheritdoc cref="LockAsync(string, CancellationToken)"/>
    public Task LockAsync(long account, CancellationToken ct) =>
        signIn.Database.ExecuteSqlAsync($"SELECT 1 FROM sign_in.account WHERE id = {account} FOR UPDATE", ct);
}

/// <summary>A transaction of both contexts; the one that did not begin it must be told when it is over.</summary>
internal sealed class SharedTransaction(IDbContextTransaction transaction, SignInDb guest) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await guest.Database.UseTransactionAsync(null);
        await transaction.DisposeAsync();
    }
}
