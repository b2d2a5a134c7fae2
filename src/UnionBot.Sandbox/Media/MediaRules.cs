using UnionBot.Sandbox.Api;

namespace UnionBot.Sandbox.Media;

/// <summary>Which files the platform takes.</summary>
internal static class MediaRules
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>The file's content type, told from its first bytes.</summary>
    /// <exception cref="PlatformRefusal">40004, 40005, 40006, 40009 or 45001.</exception>
    public static string Check(string type, ReadOnlySpan<byte> bytes)
    {
        var most = type switch
        {
            "image" => 10 * Megabyte,
            "voice" => 2 * Megabyte,
            "video" => 10 * Megabyte,
            "thumb" => 64 * 1024,
            _ => throw new PlatformRefusal(40004, "invalid media type"),
        };
        if (bytes.IsEmpty) throw new PlatformRefusal(40006, "invalid meida size");
        if (bytes.Length > most)
            throw type == "image"
                ? new PlatformRefusal(40009, "invalid image size")
                : new PlatformRefusal(45001, "media size out of limit");

        var contentType = ContentTypeOf(bytes);
        var fits = type switch
        {
            "image" => contentType is "image/png" or "image/jpeg" or "image/gif",
            "thumb" => contentType is "image/jpeg",
            "voice" => contentType is "audio/amr" or "audio/mpeg",
            _ => contentType is "video/mp4",
        };
        return fits ? contentType : throw new PlatformRefusal(40005, "invalid file type");
    }

    private static string ContentTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "image/png" :
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg" :
        bytes.StartsWith("GIF8"u8) ? "image/gif" :
        bytes.StartsWith("#!AMR"u8) ? "audio/amr" :
        bytes.StartsWith("ID3"u8) ? "audio/mpeg" :
        bytes.Length > 1 && bytes[0] == 0xFF && (bytes[1] & 0xE0) == 0xE0 ? "audio/mpeg" :
        bytes.Length > 8 && bytes[4..].StartsWith("ftyp"u8) ? "video/mp4" :
        "application/octet-stream";
}
