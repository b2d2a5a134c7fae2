using System.Security.Cryptography;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.QrCodes;

/// <summary>The account's QR codes by ticket.</summary>
internal sealed class QrBook
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly SandboxClock _clock;
    private readonly Table<QrCode> _codes;

    public QrBook(SandboxClock clock, Journal journal)
    {
        _clock = clock;
        _codes = journal.Open<QrCode>("qrcodes");
    }

    /// <summary>Codes that can be scanned now.</summary>
    public IReadOnlyList<QrCode> Valid => [.. _codes.All().Select(code => code.Value).Where(IsValid)];

    public int PermanentCount => _codes.All().Count(code => code.Value.ExpiresAt == 0);

    /// <param name="seconds">Until the code ends; 0 = permanent.</param>
    public QrCode Create(string scene, bool isNumber, int seconds)
    {
        var ticket = "gQ" + RandomNumberGenerator.GetString(Alphabet, 94) + "==";
        var url = "http://weixin.qq.com/q/02" + RandomNumberGenerator.GetString(Alphabet, 22);
        var code = new QrCode(ticket, scene, isNumber, seconds == 0 ? 0 : _clock.UnixSeconds() + seconds, url);
        _codes.Put(ticket, code);
        return code;
    }

    public QrCode? Find(string ticket) => _codes.Find(ticket) is { } code && IsValid(code) ? code : null;

    /// <summary>
    /// A valid code of this scene; a permanent one is made when there is none, as if it had been printed long ago.
    /// </summary>
    public QrCode OfScene(string scene) =>
        Valid.FirstOrDefault(code => code.Scene == scene) ?? Create(scene, scene.All(char.IsAsciiDigit), 0);

    private bool IsValid(QrCode code) => code.ExpiresAt == 0 || code.ExpiresAt > _clock.UnixSeconds();
}
