namespace UnionBot.Chat.Understanding.Reading;

/// <summary>
/// A message in plain Chinese: simplified, slips mended, dialect and fillers put aside. Every character knows from which
/// part of the message it came, so that what was said can be given back as it was said.
/// </summary>
internal sealed class PlainText
{
    private readonly int[] _from;
    private readonly int[] _to;

    private PlainText(string source, string text, int[] from, int[] to) =>
        (Source, Text, _from, _to) = (source, text, from, to);

    /// <summary>The message as <see cref="TextNormaliser"/> left it.</summary>
    public string Source { get; }

    public string Text { get; }

    /// <summary>What was said where the plain text has <paramref name="start"/> to <paramref name="end"/>.</summary>
    public string Said(int start, int end) => start >= end ? "" : Source[_from[start].._to[end - 1]];

    /// <summary>Where in the message a character of the plain text comes from.</summary>
    public int OriginOf(int index) => _from[index];

    /// <summary>A part of the plain text that knows its origins too.</summary>
    public PlainText Part(int start, int end) => new(Source, Text[start..end], _from[start..end], _to[start..end]);

    /// <summary>The plain text without some parts of it.</summary>
    public PlainText Without(int start, int end) => new(
        Source, Text.Remove(start, end - start), [.. _from[..start], .. _from[end..]], [.. _to[..start], .. _to[end..]]);

    /// <summary>Writes a plain text, piece by piece.</summary>
    internal sealed class Writer(string source)
    {
        private readonly List<char> _text = new(source.Length);
        private readonly List<int> _from = new(source.Length);
        private readonly List<int> _to = new(source.Length);

        /// <summary>Puts <paramref name="plain"/> for a part of the source; "" leaves the part out.</summary>
        public void Put(ReadOnlySpan<char> plain, int start, int end)
        {
            var sameLength = plain.Length == end - start;
            for (var i = 0; i < plain.Length; i++)
            {
                _text.Add(plain[i]);
                _from.Add(sameLength ? start + i : start);
                _to.Add(sameLength ? start + i + 1 : end);
            }
        }

        public PlainText ToText() => new(source, new string([.. _text]), [.. _from], [.. _to]);
    }
}
