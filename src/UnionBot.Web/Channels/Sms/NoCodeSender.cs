namespace UnionBot.Web.Channels.Sms;

/// <summary>Stands where no sender is set: people are told that no code comes, and how to go on without.</summary>
internal sealed class NoCodeSender : ICodeSender
{
    public Task<bool> TrySendAsync(string phone, string code, string text, CancellationToken ct) => Task.FromResult(false);
}
