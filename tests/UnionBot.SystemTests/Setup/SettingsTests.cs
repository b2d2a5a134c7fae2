using Microsoft.Extensions.Configuration;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.SystemTests.Setup;

public sealed class SettingsTests : IDisposable
{
    private const string Secret = "VerySecretToken123456789012345678901234567890";

    private readonly TestFolder _folder = new();

    public static TheoryData<string, string, string, string> WrongValues => new()
    {
        { "WeChat:Mode", "save", "\"save\"", "safe | compatible | plain" },
        { "WeChat:ApiBaseUrl", "weixin", "\"weixin\"", "an absolute http(s) address" },
        { "WeChat:PreviousToken", "a!", "(secret of 2 characters)", "3 to 32 letters and digits" },
        { "WeChat:PreviousEncodingAESKey", Secret, "(secret of 45 characters)", "43 letters and digits" },
        { "Urls", "https://0.0.0.0:443", "\"https://0.0.0.0:443\"", "http://" },
        { "Urls", "http://union.example:80", "\"http://union.example:80\"", "http://" },
        { "Management:Urls", "8081", "\"8081\"", "http://" },
        { "Demo:Enabled", "yes", "\"yes\"", "true or false" },
        { "Telemetry:TraceShare", "1.5", "\"1.5\"", "between 0 and 1" },
        { "Telemetry:TraceShare", "much", "\"much\"", "a number" },
        { "Alarm:TemplateFields", "thing2=who", "\"thing2=who\"", "field=number|kind|time|todo" },
        { "Telemetry:LogLevel", "9", "\"9\"", "trace | debug" },
        { "ConnectionStrings:UnionBot", "Hots=db;Database=u", "(secret of 18 characters)", "Host=" },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void A_wrong_value_is_refused_with_name_value_and_what_is_allowed(
        string name, string value, string shown, string allowed)
    {
        var refusal = Refusal((name, value));

        Assert.StartsWith($"{name} = {shown}: must be ", refusal, StringComparison.Ordinal);
        Assert.Contains(allowed, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_settings_are_told_at_once_and_no_secret_is_shown()
    {
        var refusal = Refusal(("WeChat:Mode", "x"), ("Demo:Enabled", "x"), ("WeChat:PreviousEncodingAESKey", Secret));

        Assert.Equal(3, refusal.Split('\n').Length);
        Assert.DoesNotContain(Secret, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_in_a_section_of_ours_is_an_error_that_names_the_known_ones()
    {
        var refusal = Refusal(("WeChat:AppID2", "wx1"));

        Assert.Contains("WeChat:AppID2 is not a setting", refusal, StringComparison.Ordinal);
        Assert.Contains("AppSecret", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WeChta", "Did you mean WeChat?")]
    [InlineData("Managment", "Did you mean Management?")]
    [InlineData("PublicUri", "Did you mean PublicUrl?")]
    [InlineData("Logging", "There are Urls, PublicUrl, Management")]
    public void An_unknown_section_in_the_settings_file_is_an_error_that_names_the_nearest_known_one(string name, string told)
    {
        var file = Path.Combine(_folder.Path, "unknown.json");
        File.WriteAllText(file, $$$"""{"{{{name}}}": {"AppId": "wx1"}}""");

        var refusal = Assert.Throws<SetupException>(() => BotSettings.Load(file)).Message;

        Assert.StartsWith($"{name} is not a setting.", refusal, StringComparison.Ordinal);
        Assert.Contains(told, refusal, StringComparison.Ordinal);
        Assert.Single(refusal.Split('\n'));
    }

    [Theory]
    [InlineData("http://127.0.0.1:")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:http")]
    [InlineData("http://127.0.0.1:-1")]
    [InlineData("somewhere")]
    [InlineData("http://127.0.0.1:8080;http://127.0.0.1:")]
    public void A_nonsensical_address_to_listen_on_is_named_with_its_value_and_what_is_allowed(string urls)
    {
        foreach (var name in new[] { "Urls", "Management:Urls" })
            Assert.Equal($"{name} = \"{urls}\": must be {ListenAddress.Allowed}.", Refusal((name, urls)));
    }

    [Theory]
    [InlineData("http://*:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::1]:8080;http://127.0.0.1:9", "http://[::1]:8080/")]
    public void Links_begin_with_an_address_that_can_be_gone_to(string urls, string start) =>
        Assert.Equal(start, Load(("Urls", urls)).Get<SiteOptions>().LinkBase.AbsoluteUri);

    [Fact]
    public void What_the_environment_holds_of_others_is_left_alone() =>
        Assert.NotNull(Load(("Logging:LogLevel:Default", "Warning")));

    [Theory]
    [InlineData("http://127.0.0.1:9000", "false", true)]
    [InlineData("https://api.weixin.qq.com", "false", true)]
    [InlineData("http://sandbox.example", "true", true)]
    [InlineData("http://sandbox.example", "false", false)]
    [InlineData("https://api.weixin.qq.com.example", "false", false)]
    public void Another_platform_needs_the_demo_or_this_machine(string address, string demo, bool allowed)
    {
        (string, string)[] settings = [("WeChat:ApiBaseUrl", address), ("Demo:Enabled", demo)];

        if (allowed) Assert.Equal(address, Load(settings).Get<WeChatOptions>().ApiBaseUrl);
        else Assert.Contains("Demo:Enabled", Refusal(settings), StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_connection_string_a_missing_key_is_refused() =>
        Assert.Contains(
            "Encryption:Keys = (empty)",
            Refusal(("ConnectionStrings:UnionBot", "Host=db;Database=u")),
            StringComparison.Ordinal);

    [Fact]
    public void One_key_without_the_other_is_refused()
    {
        Assert.StartsWith("Encryption:Keys = (empty)", Refusal(("Encryption:LookupKey", "x")), StringComparison.Ordinal);
        Assert.StartsWith("Encryption:LookupKey = (empty)", Refusal(("Encryption:Keys", "k1:x")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_that_is_set_in_part_names_what_is_missing()
    {
        var refusal = Refusal(("WeChat:AppId", "wx1"), ("WeChat:Token", "abc"));

        Assert.Contains("WeChat:AppSecret", refusal, StringComparison.Ordinal);
        Assert.Contains("WeChat:EncodingAESKey", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_keys_is_read_like_one_text_with_commas()
    {
        var (first, second) = (NewKey("new", 1), NewKey("old", 2));

        var settings = Load(
            ("Encryption:Keys:0", first), ("Encryption:Keys:1", second), ("Encryption:LookupKey", NewKey("", 3)[1..]));

        Assert.Equal($"{first},{second}", settings.Get<EncryptionOptions>().Keys);
    }

    [Fact]
    public void Secrets_come_from_a_file_of_their_own_that_is_closed_to_others()
    {
        var secrets = Write("secrets.json", """{ "WeChat": { "PreviousToken": "abc" } }""", UnixFileMode.UserRead);

        Assert.Equal("abc", Load(("Secrets:File", secrets)).Get<WeChatOptions>().PreviousToken);
    }

    [Fact]
    public void A_file_of_secrets_that_others_may_read_is_refused()
    {
        var secrets = Write("secrets.json", "{}", UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Contains("chmod 600", Refusal(("Secrets:File", secrets)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_in_an_open_settings_file_is_refused()
    {
        var file = Write(
            "appsettings.json", """{ "WeChat": { "PreviousToken": "abc" } }""", UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var refusal = Assert.Throws<SetupException>(() => BotSettings.Load(file)).Message;

        Assert.Contains("WeChat:PreviousToken", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_settings_file_is_refused_with_file_and_line()
    {
        var file = Write("appsettings.json", "{\n  \"Urls\": ,\n}", UnixFileMode.UserRead);

        var refusal = Assert.Throws<SetupException>(() => BotSettings.Load(file)).Message;

        Assert.Contains(file, refusal, StringComparison.Ordinal);
        Assert.Contains("Line 2", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"Urls\": \"http://127.0.0.1:1\",\n  \"Demo\": { \"Enabled\": true },\n  \"urls\": \"http://127.0.0.1:2\"\n}", "Urls", 4)]
    [InlineData("{\n  // ours\n  \"WeChat\": {\n    \"AppId\": \"wx1\",\n    \"AppId\": \"wx2\"\n  }\n}", "WeChat:AppId", 5)]
    [InlineData("{ \"WeChat\": { \"AppId\": \"wx1\" },\n  \"Other\": [{ \"AppId\": 1 }],\n  \"WeChat\": { \"AppId\": \"wx2\" } }", "WeChat:AppId", 3)]
    public void A_value_that_is_given_twice_is_refused_with_file_name_and_line(string json, string name, int line)
    {
        var file = Write("appsettings.json", json, UnixFileMode.UserRead);

        var refusal = Assert.Throws<SetupException>(() => BotSettings.Load(file)).Message;

        Assert.Contains(file, refusal, StringComparison.Ordinal);
        Assert.Contains(name, refusal, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"Line {line}:", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_holds_every_setting_with_its_default_and_nothing_else()
    {
        var example = new ConfigurationBuilder().AddJsonFile(ExampleFile()).Build();
        var reader = new SettingsReader(example);

        foreach (var entry in SettingsCatalog.All)
        {
            Assert.Equal(Activator.CreateInstance(entry.Type), entry.Read(reader));
            foreach (var property in SettingsReader.Properties(entry.Type))
            {
                var name = SettingsReader.Name(entry.Section, property);
                Assert.True(example.GetSection(name).Exists(), $"{name} is missing in the example");
            }
        }

        Assert.Empty(reader.Faults);
        Assert.Subset(
            SettingsCatalog.All.Select(entry => entry.Section).Concat(["Urls", "PublicUrl"]).ToHashSet(),
            example.GetChildren().Select(section => section.Key).ToHashSet());
    }

    public void Dispose() => _folder.Dispose();

    private static BotSettings Load(params (string Name, string Value)[] settings) =>
        BotSettings.Load(null, settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));

    private static string Refusal(params (string, string)[] settings) =>
        Assert.Throws<SetupException>(() => Load(settings)).Message;

    private static string NewKey(string id, byte fill) => $"{id}:{Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray())}";

    private static string ExampleFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "UnionBot.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "appsettings.example.json");
    }

    private string Write(string name, string text, UnixFileMode mode)
    {
        var file = Path.Combine(_folder.Path, name);
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, mode);
        return file;
    }
}
