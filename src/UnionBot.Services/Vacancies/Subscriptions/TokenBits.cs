using System.Runtime.InteropServices;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>Which of a number of vacancies have a token. Frequent tokens stand in bits, rare ones in lists, so that both stay small.</summary>
/// <param name="count">How many vacancies there are.</param>
internal sealed class TokenBits(int count)
{
    private readonly Dictionary<string, List<int>> _numbers = new(StringComparer.Ordinal);

    private readonly Dictionary<string, BitRow> _rows = new(StringComparer.Ordinal);

    public bool HasRoomFor(int number) => number < count;

    public void Add(int number, IEnumerable<string> tokens)
    {
        foreach (var token in tokens)
        {
            ref var numbers = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, token, out _);
            (numbers ??= []).Add(number);
        }
    }

    /// <summary>A row with all bits, for the caller to change.</summary>
    public BitRow All() => BitRow.Full(count);

    /// <summary>Those that have at least one of the tokens; a row for the caller to change.</summary>
    public BitRow Of(IEnumerable<string> tokens)
    {
        var row = new BitRow(count);
        foreach (var token in tokens)
        {
            if (!_numbers.TryGetValue(token, out var numbers)) continue;
            if (numbers.Count < BitRow.WordsOf(count)) row.Set(numbers);
            else row.Or(RowOf(token, numbers));
        }

        return row;
    }

    private BitRow RowOf(string token, List<int> numbers)
    {
        if (_rows.TryGetValue(token, out var row)) return row;

        row = new BitRow(count);
        row.Set(numbers);
        _rows.Add(token, row);
        return row;
    }
}
