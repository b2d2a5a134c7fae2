namespace UnionBot.Sandbox.Actions;

/// <summary>A tap on the account's menu.</summary>
/// <param name="Path">Place of the button: <c>0</c>, or <c>2.1</c> for the second entry below the third button.</param>
/// <param name="Key">Instead of the path: the button's key, url or name.</param>
/// <param name="ScanResult">What the camera read, for the scancode types.</param>
/// <param name="Place">What was picked, for location_select.</param>
/// <param name="Photos">Pictures in base64, for the pic types.</param>
internal sealed record TapRequest(
    string? Path, string? Key, string? ScanResult, Place? Place, IReadOnlyList<byte[]>? Photos);
