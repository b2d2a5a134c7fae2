using System.Globalization;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>Has photos shrunk to small grey pictures and hashes them.</summary>
internal sealed class GreyPictures(ToolRun tool)
{
    /// <summary>A JPEG is read at a fraction of its size where that is all that is needed: many times faster.</summary>
    private static readonly string[] ReadSmall = ["-define", "jpeg:size=128x128"];

    private static readonly string[] Shrink =
        ["-background", "white", "-flatten", "-scale", $"{PictureHash.Side}x{PictureHash.Side}!", "-colorspace", "Gray", "-depth", "8"];

    /// <summary>
    /// All in one run, each from and to a file that we named; what has come to nothing there is tried once more alone, by standard input, so that a
    /// photo that ends the program harms no other.
    /// </summary>
    public async Task<IReadOnlyList<PhotoLook>> LookAsync(IReadOnlyList<ReadOnlyMemory<byte>> photos, CancellationToken ct)
    {
        using var folder = new PrivateFolder();
        if (photos.Count > 1) await ShrinkAllAsync(photos, folder, ct);

        var looks = new PhotoLook[photos.Count];
        for (var i = 0; i < looks.Length; i++)
            looks[i] = LookAt(await ReadAsync(folder.File(Name(i) + ".grey"), ct)) ?? LookAt(await ShrinkAsync(photos[i], folder, ct)) ?? PhotoLook.Unreadable;

        return looks;
    }

    private async Task ShrinkAllAsync(IReadOnlyList<ReadOnlyMemory<byte>> photos, PrivateFolder folder, CancellationToken ct)
    {
        var arguments = new List<string>(ReadSmall);
        for (var i = 0; i < photos.Count; i++)
        {
            if (PhotoType.Of(photos[i].Span) is not { } type) continue;

            await File.WriteAllBytesAsync(folder.File(Name(i)), photos[i], ct);

            // What is written is named after what was read: where one photo fails, the program does its deeds with the next.
            arguments.AddRange(["(", $"{type}:{Name(i)}[0]", "-set", "filename:of", "%f", .. Shrink, "-write", "gray:%[filename:of].grey", "+delete", ")"]);
        }

        await tool.RunAsync([.. arguments, "xc:black", "null:"], default, folder.Path, ct);
    }

    private async Task<byte[]?> ShrinkAsync(ReadOnlyMemory<byte> photo, PrivateFolder folder, CancellationToken ct) => PhotoType.Of(photo.Span) is { } type
        ? await tool.RunAsync([.. ReadSmall, $"{type}:-[0]", .. Shrink, "gray:-"], photo, folder.Path, ct)
        : null;

    private static async Task<byte[]?> ReadAsync(string file, CancellationToken ct) => File.Exists(file) ? await File.ReadAllBytesAsync(file, ct) : null;

    private static PhotoLook? LookAt(byte[]? grey) => grey is { Length: PictureHash.Bytes } ? new PhotoLook(IsReadable: true, PictureHash.Of(grey)) : null;

    private static string Name(int photo) => photo.ToString(CultureInfo.InvariantCulture);
}

/// <param name="IsReadable">Whether there is a picture in it at all.</param>
/// <param name="Hash">See <see cref="PictureHash"/>; null when there is too little to see.</param>
internal readonly record struct PhotoLook(bool IsReadable, long? Hash)
{
    public static PhotoLook Unreadable { get; } = new(IsReadable: false, null);
}
