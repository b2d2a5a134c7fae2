namespace UnionBot.Core.Imports;

/// <summary>What was found while a file was read. Clean only if every row was good.</summary>
/// <param name="onFault">Is told every fault at once; the report itself keeps only the first ones.</param>
public sealed class ImportReport(Action<ImportFault>? onFault = null)
{
    /// <summary>More are counted and told, but not kept: a million bad rows must not fill the memory.</summary>
    public const int MostKept = 1000;

    private readonly List<ImportFault> _first = [];
    private readonly List<ImportNotice> _notices = [];

    /// <summary>Rows with something in them, good and bad, without the headers.</summary>
    public int Rows { get; internal set; }

    public int FaultCount { get; private set; }

    public bool IsClean => FaultCount == 0;

    public IReadOnlyList<ImportFault> FirstFaults => _first;

    /// <summary>What was left out on purpose: further sheets, columns nobody asked for; and what it leaves to be done.</summary>
    public IReadOnlyList<ImportNotice> Notices => _notices;

    public void Add(ImportFault fault)
    {
        FaultCount++;
        if (_first.Count < MostKept) _first.Add(fault);
        onFault?.Invoke(fault);
    }

    public void Notice(ImportNotice notice) => _notices.Add(notice);
}
