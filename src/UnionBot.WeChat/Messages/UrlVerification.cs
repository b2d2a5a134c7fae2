namespace UnionBot.WeChat.Messages;

/// <summary>The answer to the back office's check of the callback address.</summary>
/// <param name="Echo">To be answered as <c>text/plain</c>, nothing else; null when refused.</param>
/// <param name="Refusal">Null when accepted.</param>
public readonly record struct UrlVerification(string? Echo, RefusalReason? Refusal);
