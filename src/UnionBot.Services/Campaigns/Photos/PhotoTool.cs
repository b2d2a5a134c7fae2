using Microsoft.Extensions.Logging;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>
/// ImageMagick, as it is installed on this machine. It counts as present only when it reads a trial picture of ours as expected: a program of
/// that name that is something else, or reads otherwise, is not used.
/// </summary>
public sealed partial class PhotoTool(PhotoRules rules, ILogger<PhotoTool> log) : IDisposable
{
    private static readonly string[] Names = ["magick", "convert"];

    private readonly SemaphoreSlim _search = new(1);
    private volatile ToolRun? _run;
    private bool _isMissingKnown;

    /// <summary>Looked for anew until it is there.</summary>
    public async Task<bool> IsPresentAsync(CancellationToken ct) => await FindAsync(ct) is not null;

    public void Dispose() => _search.Dispose();

    /// <summary>Looks at many photos in one run; what spoils it for the others is looked at alone.</summary>
    /// <returns>For each photo in order; null while the program is missing.</returns>
    internal async Task<IReadOnlyList<PhotoLook>?> LookAsync(IReadOnlyList<ReadOnlyMemory<byte>> photos, CancellationToken ct) =>
        await FindAsync(ct) is { } run ? await new GreyPictures(run).LookAsync(photos, ct) : null;

    /// <summary>Writes a picture anew as an upright JPEG without anything but the picture.</summary>
    /// <returns>Null when it cannot be read, or while the program is missing.</returns>
    internal Task<byte[]?> ToJpegAsync(ReadOnlyMemory<byte> photo, CancellationToken ct) =>
        WriteAsync(photo, ["-auto-orient", "-background", "white", "-flatten", "-strip", "-quality", "90"], ct);

    /// <summary>Reads the first frame of a picture, does something with it, and writes a JPEG.</summary>
    /// <param name="deeds">Arguments of our own, nothing that people wrote but what was checked.</param>
    internal async Task<byte[]?> WriteAsync(ReadOnlyMemory<byte> photo, IEnumerable<string> deeds, CancellationToken ct)
    {
        if (PhotoType.Of(photo.Span) is not { } type || await FindAsync(ct) is not { } run) return null;

        using var folder = new PrivateFolder();
        return await run.RunAsync([$"{type}:-[0]", .. deeds, "jpeg:-"], photo, folder.Path, ct) is { } written && PhotoType.Of(written) is PhotoType.Jpeg ? written : null;
    }

    private async Task<ToolRun?> FindAsync(CancellationToken ct)
    {
        if (_run is { } found) return found;

        await _search.WaitAsync(ct);
        try
        {
            foreach (var program in _run is null ? Candidates() : [])
            {
                var run = new ToolRun(rules, program);
                if (await new GreyPictures(run).LookAsync([TrialPicture.Content], ct) is not [{ Hash: TrialPicture.Hash }]) continue;

                LogFound(program);
                return _run = run;
            }

            if (_run is null && !_isMissingKnown) LogMissing();
            _isMissingKnown = true;
            return _run;
        }
        finally
        {
            _search.Release();
        }
    }

    private IEnumerable<string> Candidates() => rules.Tool.Length > 0
        ? [rules.Tool]
        : Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)).Where(File.Exists));

    [LoggerMessage(LogLevel.Information, "Photos are looked at with {Program}")]
    private partial void LogFound(string program);

    [LoggerMessage(LogLevel.Warning, "No ImageMagick that reads our trial picture as expected: photos of visits wait to be compared and kept (apt-get install imagemagick)")]
    private partial void LogMissing();
}
