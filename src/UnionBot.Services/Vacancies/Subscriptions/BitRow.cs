using System.Numerics;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>A bit for each of a number of things.</summary>
internal sealed class BitRow(int count)
{
    private const int WordBits = 64;

    private readonly ulong[] _words = new ulong[WordsOf(count)];

    public static int WordsOf(int count) => (count + WordBits - 1) / WordBits;

    public static BitRow Full(int count)
    {
        var row = new BitRow(count);
        Array.Fill(row._words, ulong.MaxValue);
        return row;
    }

    public void Set(List<int> numbers)
    {
        foreach (var number in numbers) _words[number / WordBits] |= 1UL << (number % WordBits);
    }

    public void Or(BitRow other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] |= other._words[i];
    }

    public void And(BitRow other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= other._words[i];
    }

    public void AndNot(BitRow other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= ~other._words[i];
    }

    /// <summary>Those whose bit is set, in order; behind the last thing there may be more.</summary>
    public IEnumerable<int> Numbers()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var word = _words[i]; word != 0; word &= word - 1) yield return (i * WordBits) + BitOperations.TrailingZeroCount(word);
        }
    }
}
