namespace UnionBot.Sandbox.Mass;

/// <summary>A mass send that was accepted.</summary>
/// <param name="Kind">text, image, images, voice, mpnews or mpvideo.</param>
/// <param name="ToAll">true: it used one of the account's sends to everybody.</param>
/// <param name="At">Unix seconds of the sandbox's clock.</param>
internal sealed record MassJob(
    long MessageId, long DataId, string Kind, bool ToAll, string ClientMessageId, long At, bool IsDeleted);
