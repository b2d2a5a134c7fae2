using System.Collections.Frozen;

namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>
/// Reads each character as the plain one it stands for: full width as half width, capitals as small letters, traditional as
/// simplified. One character stays one, so that places in the folded text are places in the text.
/// </summary>
internal sealed class Folding
{
    private readonly FrozenDictionary<char, char> _variants;

    private Folding(FrozenDictionary<char, char> variants) => _variants = variants;

    /// <param name="pairs">A list of two characters each: the first is read as the second.</param>
    public static Folding Of(DataNode pairs)
    {
        var variants = new Dictionary<char, char>();
        foreach (var pair in pairs.Items())
        {
            var text = pair.Text();
            if (text.Length != 2) throw pair.Broken($"'{text}' is not two characters.");
            if (!variants.TryAdd(text[0], text[1])) throw pair.Broken($"'{text[0]}' stands here twice.");
        }

        return new Folding(variants.ToFrozenDictionary());
    }

    public string Fold(string text) => string.Create(text.Length, text, (folded, from) => Fold(from, folded));

    public void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++) folded[i] = Fold(text[i]);
    }

    private char Fold(char c) => c switch
    {
        < '\u0080' => char.ToLowerInvariant(c),
        > '\uff00' and < '\uff5f' => char.ToLowerInvariant((char)(c - '\uff01' + '!')),
        _ when char.IsWhiteSpace(c) || char.IsControl(c) || IsInvisible(c) => ' ',
        _ => _variants.GetValueOrDefault(c, c),
    };

    private static bool IsInvisible(char c) => c is (>= '\u200b' and <= '\u200f') or (>= '\ufe00' and <= '\ufe0f') or '\ufeff' or '\u20e3';
}
