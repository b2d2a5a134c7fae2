using UnionBot.Core.Data;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Keys;

/// <summary>Keys for tests of their change: k1 is the old one, k2 the new one.</summary>
internal static class KeyRings
{
    /// <param name="ids">The current one first.</param>
    public static (string Name, string Value) Setting(params string[] ids) => ("Encryption:Keys", Text(ids));

    public static EncryptionKeys Of(params string[] ids) => EncryptionKeys.Parse(Text(ids), RunningBot.Key(2));

    private static string Text(string[] ids) => string.Join(',', ids.Select(id => $"{id}:{RunningBot.Key(BytesOf(id))}"));

    private static byte BytesOf(string id) => id switch
    {
        "k1" => 1,
        "k2" => 12,
        "k3" => 13,
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
    };
}
