using System.Text;

namespace UnionBot.Sandbox.QrCodes;

/// <summary>
/// The modules of a QR code of version 4, error correction M, mask 0: 33 × 33, enough for addresses of 62 bytes.
/// </summary>
internal sealed class QrMatrix
{
    public const int Size = 33;

    private const int MostBytes = 62;
    private const int DataBytes = 64;
    private const int Blocks = 2;
    private const int ChecksPerBlock = 18;
    private const int Alignment = 26;

    /// <summary>Level M with mask 0, as the standard writes it: BCH-coded and masked.</summary>
    private const int Format = 0b101010000010010;

    private readonly bool[,] _dark = new bool[Size, Size];
    private readonly bool[,] _fixed = new bool[Size, Size];

    public QrMatrix(string text)
    {
        DrawFinder(3, 3);
        DrawFinder(Size - 4, 3);
        DrawFinder(3, Size - 4);
        DrawAlignment();
        DrawTiming();
        DrawFormat();
        DrawData(Codewords(Encoding.UTF8.GetBytes(text)));
    }

    public bool this[int row, int column] => _dark[row, column];

    private static int Ring(int dx, int dy) => Math.Max(Math.Abs(dx), Math.Abs(dy));

    private void Fix(int row, int column, bool dark)
    {
        if (row is < 0 or >= Size || column is < 0 or >= Size) return;
        (_dark[row, column], _fixed[row, column]) = (dark, true);
    }

    /// <summary>Seven by seven, with a light border.</summary>
    private void DrawFinder(int row, int column)
    {
        for (var dy = -4; dy <= 4; dy++)
        {
            for (var dx = -4; dx <= 4; dx++) Fix(row + dy, column + dx, Ring(dx, dy) is not (2 or 4));
        }
    }

    private void DrawAlignment()
    {
        for (var dy = -2; dy <= 2; dy++)
        {
            for (var dx = -2; dx <= 2; dx++) Fix(Alignment + dy, Alignment + dx, Ring(dx, dy) != 1);
        }
    }

    private void DrawTiming()
    {
        for (var i = 8; i < Size - 8; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }
    }

    /// <summary>Bit 0 is the last of the format's fifteen; both copies run around the finders.</summary>
    private void DrawFormat()
    {
        for (var i = 0; i < 15; i++)
        {
            var dark = ((Format >> i) & 1) != 0;
            if (i < 6) Fix(i, 8, dark);
            else if (i < 8) Fix(i + 1, 8, dark);
            else if (i == 8) Fix(8, 7, dark);
            else Fix(8, 14 - i, dark);

            if (i < 8) Fix(8, Size - 1 - i, dark);
            else Fix(Size - 15 + i, 8, dark);
        }

        Fix(Size - 8, 8, true);
    }

    /// <summary>Header (byte mode, length), text, padding; then the check bytes of both blocks, interleaved.</summary>
    private static byte[] Codewords(byte[] text)
    {
        if (text.Length > MostBytes) throw new ArgumentException($"At most {MostBytes} bytes fit.", nameof(text));

        var bits = new StringBuilder("0100").Append(Convert.ToString(text.Length, 2).PadLeft(8, '0'));
        foreach (var value in text) bits.Append(Convert.ToString(value, 2).PadLeft(8, '0'));
        bits.Append("0000");

        var data = new byte[DataBytes];
        var used = bits.Length / 8;
        for (var i = 0; i < used; i++) data[i] = Convert.ToByte(bits.ToString(i * 8, 8), 2);
        for (var i = used; i < DataBytes; i++) data[i] = (byte)((i - used) % 2 == 0 ? 0xEC : 0x11);

        var half = DataBytes / Blocks;
        byte[][] checks =
        [
            ReedSolomon.Checks(data.AsSpan(0, half), ChecksPerBlock),
            ReedSolomon.Checks(data.AsSpan(half), ChecksPerBlock),
        ];
        return
        [
            .. Enumerable.Range(0, DataBytes).Select(i => data[(i % Blocks * half) + (i / Blocks)]),
            .. Enumerable.Range(0, Blocks * ChecksPerBlock).Select(i => checks[i % Blocks][i / Blocks]),
        ];
    }

    /// <summary>Two columns at a time from the right, up and down in turn, around what is fixed.</summary>
    private void DrawData(byte[] codewords)
    {
        var bit = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            if (right == 6) right = 5;
            var goesUp = ((right + 1) & 2) == 0;
            for (var step = 0; step < Size; step++)
            {
                var row = goesUp ? Size - 1 - step : step;
                for (var column = right; column > right - 2; column--)
                {
                    if (_fixed[row, column]) continue;
                    var dark = bit < codewords.Length * 8 && ((codewords[bit / 8] >> (7 - (bit % 8))) & 1) != 0;
                    _dark[row, column] = dark ^ ((row + column) % 2 == 0);
                    bit++;
                }
            }
        }
    }
}
