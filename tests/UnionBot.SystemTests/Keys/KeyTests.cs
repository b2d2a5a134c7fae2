using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Keys;

namespace UnionBot.SystemTests.Keys;

public sealed class KeyTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TestFolder _folder = new();

    private string KeyFile => Path.Combine(_folder.Path, "keys", "encryption");

    [Fact]
    public void Keys_are_made_once_and_closed_to_others()
    {
        var files = new EncryptionKeyFiles(_folder.Path);

        var first = files.ReadOrMake(databaseExists: false);
        var made = File.ReadAllText(KeyFile);
        files.ReadOrMake(databaseExists: true);

        Assert.Equal("k1", first.CurrentId);
        Assert.Equal(made, File.ReadAllText(KeyFile));
        if (!OperatingSystem.IsWindows()) Assert.Equal(OwnerOnly, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public async Task Two_first_starts_at_once_agree_on_one_key()
    {
        var files = new EncryptionKeyFiles(_folder.Path);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => files.ReadOrMake(databaseExists: false))));

        Assert.Single(File.ReadAllLines(KeyFile));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder.Path, "keys")).Length);
    }

    [Fact]
    public void Lost_keys_are_not_made_anew_for_a_database_that_is_there() =>
        Assert.Contains(
            "put the files back",
            Assert.Throws<SetupException>(() => new EncryptionKeyFiles(_folder.Path).ReadOrMake(databaseExists: true)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_key_file_that_others_may_read_is_refused()
    {
        var files = new EncryptionKeyFiles(_folder.Path);
        files.ReadOrMake(databaseExists: false);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(KeyFile, OwnerOnly | UnixFileMode.GroupRead);

        var refusal = Assert.Throws<SetupException>(() => files.ReadOrMake(databaseExists: true));

        Assert.Contains("chmod 600", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_key_is_added_as_the_first_line_and_becomes_current()
    {
        var files = new EncryptionKeyFiles(_folder.Path);
        files.ReadOrMake(databaseExists: false);
        File.WriteAllText(KeyFile, $"k2:{RunningBot.Key(7)}\n{File.ReadAllText(KeyFile)}");

        Assert.Equal(["k2", "k1"], files.ReadOrMake(databaseExists: true).Ids);
    }

    [Fact]
    public async Task A_cookie_sealed_by_one_host_is_opened_by_another_and_its_key_is_sealed_in_the_database()
    {
        await using var one = await RunningBot.StartAsync(fixture.Database);
        var cookie = Protector(one).Protect("visitor");
        await using var other = await RunningBot.StartAsync(fixture.Database);

        Assert.Equal("visitor", Protector(other).Unprotect(cookie));
        var kept = await fixture.Database.ScalarAsync<byte[]>("SELECT xml FROM cookie_key LIMIT 1");
        Assert.DoesNotContain("masterKey", System.Text.Encoding.UTF8.GetString(kept), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static IDataProtector Protector(RunningBot bot) =>
        bot.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
