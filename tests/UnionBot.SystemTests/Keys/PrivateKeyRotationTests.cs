using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Commands;
using UnionBot.Web.Setup.Keys;

namespace UnionBot.SystemTests.Keys;

/// <summary>With a private server a new key is made in the files of its data.</summary>
public sealed class PrivateKeyRotationTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly OperatorConsole _console;

    public PrivateKeyRotationTests() => _console = new OperatorConsole(
        ("Data:Directory", _folder.Path), ("Telemetry:LogLevel", "critical"));

    private string KeyFile => Path.Combine(_folder.Path, "keys", "encryption");

    private EncryptionKeyFiles Files => new(_folder.Path);

    [Fact]
    public async Task While_the_bot_runs_a_new_key_takes_over_and_the_old_one_is_dropped()
    {
        (string, string)[] settings =
        [
            ("Data:Directory", _folder.Path), ("Data:Learnt", RunningBot.Learnt), ("Urls", "http://127.0.0.1:0"), ("Management:Urls", "http://127.0.0.1:0"),
        ];
        using var bot = BotProcess.Start(["run"], settings);
        using var client = new HttpClient { BaseAddress = await bot.AddressAsync() };
        await _console.RunAsync("staff", "add", "--name", "赵敏");

        foreach (var next in (string[])["k2", "k3"])
        {
            var printed = await _console.RunAsync("rotate-keys");

            Assert.Equal((ExitCodes.Ok, ""), (printed.Code, printed.Errors));
            Assert.Contains("staff: 1 values sealed anew", printed.Output, StringComparison.Ordinal);
            Assert.Contains($"Everything is sealed with key '{next}'. Dropped from", printed.Output, StringComparison.Ordinal);
            Assert.Equal([next], Files.Read().Ids);
            await Eventually.HoldsAsync(async () => (await client.GetAsync("/health/ready")).IsSuccessStatusCode);
        }

        Assert.Contains("赵敏", (await _console.RunAsync("staff", "list")).Output, StringComparison.Ordinal);
        Assert.True(PrivateFilesAreClosed());
        Assert.Equal(0, await bot.StopAsync());
    }

    [Fact]
    public async Task However_far_an_earlier_run_came_the_next_one_finishes_it()
    {
        await _console.RunAsync("staff", "add", "--name", "赵敏");

        // The new key was being written.
        await File.WriteAllTextAsync($"{KeyFile}.new", "k2:half of it");
        await EndsWithAsync("k2");

        // It was made, and is not yet current.
        Files.AddNext([]);
        await EndsWithAsync("k3");

        // It was made current, and has sealed nothing.
        Files.AddNext([]);
        Files.PutFirst("k4");
        await EndsWithAsync("k4");

        // Others have begun to seal with it.
        Files.AddNext([]);
        Files.PutFirst("k5");
        await _console.RunAsync("staff", "add", "--name", "周静");
        await EndsWithAsync("k5");

        // All was done but to drop the old key.
        var old = await File.ReadAllTextAsync(KeyFile);
        await EndsWithAsync("k6");
        await File.AppendAllTextAsync(KeyFile, old);
        await EndsWithAsync("k6");

        Assert.Contains("周静", (await _console.RunAsync("staff", "list")).Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    private async Task EndsWithAsync(string keyId)
    {
        var printed = await _console.RunAsync("rotate-keys");

        Assert.Equal((ExitCodes.Ok, ""), (printed.Code, printed.Errors));
        Assert.Equal([keyId], Files.Read().Ids);
        Assert.Contains("赵敏", (await _console.RunAsync("staff", "list")).Output, StringComparison.Ordinal);
        Assert.True(PrivateFilesAreClosed());
    }

    /// <summary>And nothing else lies beside them.</summary>
    private bool PrivateFilesAreClosed() =>
        Directory.GetFiles(Path.GetDirectoryName(KeyFile)!).Select(Path.GetFileName).Order().SequenceEqual(["encryption", "lookup"])
        && (OperatingSystem.IsWindows() || File.GetUnixFileMode(KeyFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
}
