namespace UnionBot.Sandbox.Media;

/// <summary>A picture, voice, video or thumbnail that the platform keeps.</summary>
/// <param name="Type">image, voice, video or thumb.</param>
/// <param name="CreatedAt">Unix seconds of the sandbox's clock.</param>
/// <param name="IsPermanent">false: valid for three days.</param>
internal sealed record MediaFile(
    string Id, string Type, string ContentType, string FileName, int Length, long CreatedAt, bool IsPermanent);
