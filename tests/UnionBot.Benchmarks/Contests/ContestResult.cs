using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Contests;

/// <summary>The rounds of two sides.</summary>
internal sealed class ContestResult(string left, string right)
{
    private readonly List<Round> _left = [];
    private readonly List<Round> _right = [];

    /// <summary>Median over the rounds of left ÷ right, each of one round.</summary>
    public double Ratio => Median.Of(_left.Zip(_right, (a, b) => a.PerSecond / b.PerSecond));

    public void Add(Round ofLeft, Round ofRight)
    {
        _left.Add(ofLeft);
        _right.Add(ofRight);
        Console.WriteLine(
            $"  round {_left.Count}: {ofLeft.PerSecond:N0}/s ÷ {ofRight.PerSecond:N0}/s = {ofLeft.PerSecond / ofRight.PerSecond:F2}");
    }

    public void Print() => RoundTable.Print((left, _left), (right, _right));
}
