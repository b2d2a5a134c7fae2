namespace UnionBot.Benchmarks.Load;

/// <summary>What came of a load in its measured window.</summary>
internal sealed class LoadResult
{
    private const int SampleEvery = 997;

    private readonly List<int> _microseconds = [];
    private readonly SortedDictionary<int, int> _statuses = [];
    private bool _sorted;

    public TimeSpan Window { get; set; }

    /// <summary>Processor time of the load generator in the window, in processors.</summary>
    public double GeneratorCpu { get; set; }

    public int Answers => _microseconds.Count;

    /// <summary>Connections that the server closed instead of answering.</summary>
    public int Dropped { get; private set; }

    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    /// <summary>Every so many answers one is kept, to be opened and read after the run.</summary>
    public List<Sample> Samples { get; } = [];

    public double PerSecond => Answers / Window.TotalSeconds;

    public void Drop() => Dropped++;

    public void Add(Connection connection, Response response, TimeSpan latency)
    {
        _sorted = false;
        _microseconds.Add((int)latency.TotalMicroseconds);
        _statuses[response.Status] = _statuses.GetValueOrDefault(response.Status) + 1;
        if (_microseconds.Count % SampleEvery == 1)
        {
            Samples.Add(new Sample(connection.Request, connection.Received[response.BodyAt..].ToArray()));
        }
    }

    public int Except(int status) => Dropped + Answers - _statuses.GetValueOrDefault(status);

    /// <param name="share">0.5 for the median, 1 for the slowest.</param>
    public TimeSpan Percentile(double share)
    {
        if (_microseconds.Count == 0) return TimeSpan.Zero;
        if (!_sorted) _microseconds.Sort();

        _sorted = true;
        return TimeSpan.FromMicroseconds(_microseconds[Math.Max(0, (int)Math.Ceiling(share * _microseconds.Count) - 1)]);
    }
}

/// <summary>An answer kept to be looked at.</summary>
/// <param name="Request">Its number in the file.</param>
internal sealed record Sample(int Request, byte[] Body);
