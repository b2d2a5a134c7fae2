using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Timeline;

/// <summary>
/// All talks in one append-only file, a line each: follower, sequence number, bubble as JSON. Memory holds only where
/// each line stands and which one came before it in the same talk.
/// </summary>
internal sealed class TalkLog : IDisposable
{
    private const string ReservedKey = "last";
    private const int ReservedAtOnce = 1_000;

    private readonly Journal _journal;
    private readonly SandboxClock _clock;
    private readonly SafeFileHandle _file;
    private readonly Table<long> _reserved;
    private readonly List<Entry> _entries = [];
    private readonly List<int> _last = [];
    private long _end;

    public TalkLog(DataFolder folder, Journal journal, SandboxClock clock)
    {
        (_journal, _clock) = (journal, clock);
        _reserved = journal.Open<long>("seq");
        var path = folder.File("talks.log");
        if (System.IO.File.Exists(path)) Load(path);
        _file = System.IO.File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        RandomAccess.SetLength(_file, _end);
        SkipTo(_reserved.Find(ReservedKey));
    }

    public long LastSeq { get; private set; }

    /// <summary>
    /// Takes the next place in the order of all talks. Numbers are reserved on disk in blocks, so that one that was
    /// given out but never written into a talk is not given again after a restart.
    /// </summary>
    public long TakeSeq()
    {
        lock (_journal.Gate)
        {
            if (LastSeq >= _reserved.Find(ReservedKey)) _reserved.Put(ReservedKey, LastSeq + ReservedAtOnce);
            return ++LastSeq;
        }
    }

    /// <summary>Never gives a number again up to this one.</summary>
    public void SkipTo(long seq)
    {
        lock (_journal.Gate) LastSeq = Math.Max(LastSeq, seq);
    }

    public Bubble Append(int follower, BubbleDraft draft)
    {
        lock (_journal.Gate)
        {
            var content = draft.Content is null ? (JsonElement?)null : Json.Element(draft.Content);
            var bubble = new Bubble(
                TakeSeq(), _clock.InChina(), draft.From, draft.Via, draft.Kind, draft.Text, content);
            var line =
                Encoding.UTF8.GetBytes(FormattableString.Invariant($"{follower} {bubble.Seq} {Json.Write(bubble)}\n"));
            RandomAccess.Write(_file, line, _end);
            Index(follower, bubble.Seq, _end, line.Length);
            _end += line.Length;
            return bubble;
        }
    }

    /// <summary>
    /// The talk's bubbles after a sequence number, the latest ones first until there are enough, in order of time.
    /// </summary>
    public IReadOnlyList<Bubble> Read(int follower, long after, int limit)
    {
        var places = Places(follower, after, limit);
        var bubbles = new Bubble[places.Count];
        for (var i = 0; i < places.Count; i++) bubbles[places.Count - 1 - i] = ReadAt(places[i]);
        return bubbles;
    }

    public void Clear()
    {
        lock (_journal.Gate)
        {
            _entries.Clear();
            _last.Clear();
            _end = 0;
            RandomAccess.SetLength(_file, 0);
        }
    }

    public void Dispose() => _file.Dispose();

    private List<Entry> Places(int follower, long after, int limit)
    {
        lock (_journal.Gate)
        {
            var places = new List<Entry>();
            var next = follower < _last.Count ? _last[follower] : -1;
            while (next >= 0 && places.Count < limit && _entries[next].Seq > after)
            {
                places.Add(_entries[next]);
                next = _entries[next].Previous;
            }

            return places;
        }
    }

    private Bubble ReadAt(Entry entry)
    {
        var line = new byte[entry.Length];
        RandomAccess.Read(_file, line, entry.Offset);
        return JsonSerializer.Deserialize<Bubble>(line.AsSpan(line.AsSpan().IndexOf((byte)'{')), Json.Options)!;
    }

    private void Index(int follower, long seq, long offset, int length)
    {
        while (_last.Count <= follower) _last.Add(-1);
        _entries.Add(new Entry(offset, seq, length, _last[follower]));
        _last[follower] = _entries.Count - 1;
        LastSeq = Math.Max(LastSeq, seq);
    }

    private void Load(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var reader = new LineReader(stream);
        while (reader.TryRead(out var line))
        {
            var rest = line;
            if (!TakeNumber(ref rest, out var follower) || !TakeNumber(ref rest, out var seq)) return;

            Index((int)follower, seq, _end, line.Length + 1);
            _end += line.Length + 1;
        }
    }

    private static bool TakeNumber(ref ReadOnlySpan<byte> line, out long number)
    {
        if (!Utf8Parser.TryParse(line, out number, out var length) || length >= line.Length) return false;

        line = line[(length + 1)..];
        return true;
    }

    private readonly record struct Entry(long Offset, long Seq, int Length, int Previous);
}
