using System.Text.RegularExpressions;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup.Logs;

/// <summary>
/// The last net under "logs hold ids and codes only": takes configured secrets, secrets in addresses, mobile and
/// identity numbers out of every line, whoever wrote it.
/// </summary>
internal sealed partial class LogScrubber
{
    private const string Mask = "***";

    /// <summary>Shorter values, such as a token "bot", would cut ordinary words to pieces.</summary>
    private const int ShortestSecret = 6;

    private readonly string[] _secrets;

    public LogScrubber(BotSettings settings) =>
        _secrets =
        [
            .. from record in settings.Records
               from property in SettingsReader.Properties(record.Key)
               where SettingsReader.IsSecret(property)
               from part in ((string)property.GetValue(record.Value)!).Split(',')
               where part.Length >= ShortestSecret
               select part,
        ];

    public string Clean(string text)
    {
        foreach (var secret in _secrets) text = text.Replace(secret, Mask, StringComparison.Ordinal);

        text = InAddress().Replace(text, $"$1={Mask}");
        return PersonalNumber().Replace(text, Mask);
    }

    [GeneratedRegex("""\b(access_token|appsecret|secret|signature|msg_signature|password|code|openid)=[^&\s;"]+""", RegexOptions.IgnoreCase)]
    private static partial Regex InAddress();

    /// <summary>A mobile number, or an identity number with its date of birth.</summary>
    [GeneratedRegex("""(?<![0-9A-Za-z])(?:(?:\+?86)?1[3-9]\d{9}|[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![0-9A-Za-z])""")]
    private static partial Regex PersonalNumber();
}
