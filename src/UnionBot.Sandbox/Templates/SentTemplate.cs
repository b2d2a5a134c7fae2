namespace UnionBot.Sandbox.Templates;

/// <summary>An accepted template message, remembered for ten minutes by its client_msg_id.</summary>
/// <param name="At">Unix seconds of the sandbox's clock.</param>
internal sealed record SentTemplate(long MessageId, long At);
