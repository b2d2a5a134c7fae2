using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace UnionBot.Sandbox.Pushes;

/// <summary>Makes the signed request for one try: plain, plain and encrypted, or encrypted only.</summary>
internal sealed class EnvelopeWriter(PlatformCrypto crypto, PushSettings settings, TimeProvider real)
{
    /// <param name="turn">Grows from try to try; decides which of several hosts gets it.</param>
    public HttpRequestMessage Write(string openId, PushFields fields, int turn)
    {
        var timestamp = real.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var query = $"signature={crypto.Sign(timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&openid={openId}";
        var plain = PushWriter.Write(fields, settings.Format);
        if (settings.Mode == "plain") return Request(query, plain, turn);

        var encrypted = crypto.Encrypt(plain);
        query += $"&encrypt_type=aes&msg_signature={crypto.Sign(timestamp, nonce, encrypted)}";
        return Request(query, PushWriter.Write(Envelope(fields, encrypted), settings.Format), turn);
    }

    /// <summary>The request by which the back office checks a callback, and what must come back.</summary>
    public (Uri Address, string Echo) Verification()
    {
        var timestamp = real.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var echo = RandomNumberGenerator.GetString("0123456789", 19);
        return (
            Address($"signature={crypto.Sign(timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&echostr={echo}", turn: 0),
            echo);
    }

    private PushFields Envelope(PushFields fields, string encrypted)
    {
        var envelope = new PushFields();
        if (settings.Mode == "compatible") envelope.AddRange(fields);
        else envelope.Add("ToUserName", (string)fields.First(field => field.Key == "ToUserName").Value);
        envelope.Add("Encrypt", encrypted);
        return envelope;
    }

    private HttpRequestMessage Request(string query, string body, int turn) => new(HttpMethod.Post, Address(query, turn))
    {
        Content = new StringContent(body, Encoding.UTF8, settings.Format == "json" ? "application/json" : "text/xml"),
    };

    private Uri Address(string query, int turn)
    {
        var hosts = settings.Callbacks;
        return new UriBuilder(hosts[(int)((uint)turn % hosts.Count)]) { Query = query }.Uri;
    }
}
