using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>The conversation as batches hold it: its dialogs live as long as the host and reach no database.</summary>
internal sealed class BatchConversation : IDisposable
{
    private readonly IServiceScope _scope;

    public BatchConversation(IServiceScopeFactory scopes)
    {
        _scope = scopes.CreateScope();
        _scope.ServiceProvider.GetRequiredService<TurnDatabase>().LeaveBatchOnUse();
        Value = _scope.ServiceProvider.GetRequiredService<Conversation>();
    }

    public Conversation Value { get; }

    /// <summary>Only words and taps can do without the database: media are kept, a follow changes the person.</summary>
    public static bool Takes(InputKind kind) => kind is InputKind.Text or InputKind.ChoiceTap or InputKind.MenuTap;

    public void Dispose() => _scope.Dispose();
}
