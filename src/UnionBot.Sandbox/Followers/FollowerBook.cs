using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Followers;

/// <summary>Changes one follower's row.</summary>
internal delegate void RowChange(ref FollowerRow row);

/// <summary>
/// Everybody who ever met the account, by number. Rows have a fixed size and are written in place; callers that read
/// and then change hold the journal's gate.
/// </summary>
internal sealed class FollowerBook : IDisposable
{
    private static readonly int RowSize = Marshal.SizeOf<FollowerRow>();

    private readonly Journal _journal;
    private readonly SafeFileHandle _file;
    private FollowerRow[] _rows;

    public FollowerBook(DataFolder folder, Journal journal)
    {
        _journal = journal;
        _file = System.IO.File.OpenHandle(
            folder.File("followers.bin"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        Count = (int)(RandomAccess.GetLength(_file) / RowSize);
        _rows = new FollowerRow[Math.Max(Count, 64)];
        ReadFully(MemoryMarshal.AsBytes(_rows.AsSpan(0, Count)));
    }

    public int Count { get; private set; }

    public FollowerRow this[int follower]
    {
        get
        {
            lock (_journal.Gate) return _rows[follower];
        }
    }

    /// <summary>Adds this many rows and returns the number of the first.</summary>
    public int Add(int count, FollowerRow row)
    {
        lock (_journal.Gate)
        {
            var first = Count;
            if (_rows.Length < first + count) Array.Resize(ref _rows, Math.Max(first + count, first + (first / 4)));
            _rows.AsSpan(first, count).Fill(row);
            Count += count;
            Save(first, count);
            return first;
        }
    }

    public void Change(int follower, RowChange change)
    {
        lock (_journal.Gate)
        {
            change(ref _rows[follower]);
            Save(follower, 1);
        }
    }

    /// <summary>Shows every row to <paramref name="change"/>, which says whether it changed something.</summary>
    public void ChangeAll(Func<int, FollowerRow, FollowerRow?> change)
    {
        lock (_journal.Gate)
        {
            for (var i = 0; i < Count; i++)
            {
                if (change(i, _rows[i]) is { } changed) _rows[i] = changed;
            }

            Save(0, Count);
        }
    }

    public int CountWhere(Func<FollowerRow, bool> condition)
    {
        lock (_journal.Gate)
        {
            var count = 0;
            foreach (var row in _rows.AsSpan(0, Count))
            {
                if (condition(row)) count++;
            }

            return count;
        }
    }

    public void Clear()
    {
        lock (_journal.Gate)
        {
            Count = 0;
            _rows = new FollowerRow[64];
            RandomAccess.SetLength(_file, 0);
        }
    }

    public void Dispose() => _file.Dispose();

    private void Save(int first, int count) =>
        RandomAccess.Write(_file, MemoryMarshal.AsBytes(_rows.AsSpan(first, count)), (long)first * RowSize);

    private void ReadFully(Span<byte> target)
    {
        var read = 0;
        while (read < target.Length) read += RandomAccess.Read(_file, target[read..], read);
    }
}
