namespace UnionBot.Web.Channels.Sms;

/// <summary>Brings a one-time code to a phone.</summary>
internal interface ICodeSender
{
    /// <returns>Whether it was taken over for sending. False also when that is not known; it is not sent again.</returns>
    Task<bool> TrySendAsync(string phone, string code, string text, CancellationToken ct);
}
