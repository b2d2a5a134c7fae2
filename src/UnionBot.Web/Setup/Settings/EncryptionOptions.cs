using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Settings;

/// <summary>The keys of the encrypted columns.</summary>
internal sealed record EncryptionOptions : ISettings
{
    public static string Section => "Encryption";

    /// <summary><c>id:base64</c>, each of 32 bytes, separated by commas or as a list; the first is the current one.</summary>
    [Secret]
    public string Keys { get; init; } = "";

    /// <summary>32 bytes in base64, for the hashes by which encrypted values are found.</summary>
    [Secret]
    public string LookupKey { get; init; } = "";

    public bool AreMissing => Keys.Length == 0 && LookupKey.Length == 0;

    public IEnumerable<Problem> Problems()
    {
        if (AreMissing) yield break;

        if (Keys.Length == 0) yield return new(nameof(Keys), "set when Encryption:LookupKey is");
        else if (LookupKey.Length == 0) yield return new(nameof(LookupKey), "set when Encryption:Keys is");
        else if (Fault() is { } fault) yield return new(nameof(Keys), $"id:base64 of 32 bytes. {fault}");
    }

    private string? Fault()
    {
        try
        {
            EncryptionKeys.Parse(Keys, LookupKey);
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }
}
