namespace UnionBot.Sandbox.QrCodes;

/// <summary>A code with a scene.</summary>
/// <param name="Scene">scene_id in digits, or scene_str.</param>
/// <param name="IsNumber">true: the scene is a scene_id.</param>
/// <param name="ExpiresAt">Unix seconds of the sandbox's clock; 0 = never.</param>
internal sealed record QrCode(string Ticket, string Scene, bool IsNumber, long ExpiresAt, string Url);
