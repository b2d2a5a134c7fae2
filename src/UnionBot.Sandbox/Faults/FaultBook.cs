namespace UnionBot.Sandbox.Faults;

/// <summary>
/// The faults that are still to happen, in the order in which they were asked for; forgotten at a restart.
/// </summary>
internal sealed class FaultBook
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_gate) return [.. _faults];
        }
    }

    public void Add(Fault fault)
    {
        lock (_gate) _faults.Add(fault);
    }

    public void Clear()
    {
        lock (_gate) _faults.Clear();
    }

    /// <summary>The fault that meets this call; it is used up by one.</summary>
    public Fault? Take(string path)
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(fault => fault.Meets(path));
            if (index < 0) return null;

            var fault = _faults[index];
            if (fault.Times > 1) _faults[index] = fault with { Times = fault.Times - 1 };
            else _faults.RemoveAt(index);
            return fault;
        }
    }
}
