namespace UnionBot.Sandbox.Pushes;

/// <summary>An answer the platform accepts.</summary>
/// <param name="Kind">text, image, voice, video, music, news or transfer_customer_service.</param>
/// <param name="Text">What a person reads, in one text.</param>
internal sealed record PassiveReply(string Kind, string? Text, object? Content);
