using UnionBot.Core.Data;

namespace UnionBot.Tests.Architecture.Planted;

/// <summary>Planted violation: seals a column that nobody else can find.</summary>
internal static class PlantedSealer
{
    public static byte[] Seal(FieldCipher cipher, string text) =>
        cipher.Column(new SealedColumn("planted", "column", Row: "id")).Seal(text, row: 1);
}
