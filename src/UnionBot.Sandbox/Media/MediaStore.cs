using System.Security.Cryptography;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Media;

/// <summary>Media by id; each file's bytes stand in a file of their own.</summary>
internal sealed class MediaStore
{
    private const int Lifetime = 3 * 24 * 3600;
    private const int IdLength = 64;

    private readonly string _folder;
    private readonly SandboxClock _clock;
    private readonly Table<MediaFile> _files;

    public MediaStore(DataFolder folder, Journal journal, SandboxClock clock)
    {
        _folder = folder.File("media");
        Directory.CreateDirectory(_folder);
        _clock = clock;
        _files = journal.Open<MediaFile>("media");
    }

    public MediaFile Keep(string type, string contentType, string fileName, byte[] bytes, bool permanent = false)
    {
        var id = RandomNumberGenerator.GetString(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", IdLength);
        System.IO.File.WriteAllBytes(PathOf(id), bytes);
        var file = new MediaFile(id, type, contentType, fileName, bytes.Length, _clock.UnixSeconds(), permanent);
        _files.Put(id, file);
        return file;
    }

    /// <summary>What the account may still use: null when the id is unknown or older than three days.</summary>
    public MediaFile? Find(string id) =>
        FindEvenExpired(id) is { } file && (file.IsPermanent || _clock.UnixSeconds() - file.CreatedAt < Lifetime)
            ? file
            : null;

    /// <summary>What a phone shows, which keeps its own copy.</summary>
    public MediaFile? FindEvenExpired(string id) => _files.Find(id);

    public byte[] Read(MediaFile file) => System.IO.File.ReadAllBytes(PathOf(file.Id));

    public void Clear()
    {
        foreach (var path in Directory.EnumerateFiles(_folder)) System.IO.File.Delete(path);
    }

    private string PathOf(string id) => Path.Combine(_folder, id);
}
