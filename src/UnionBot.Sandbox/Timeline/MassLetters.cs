using System.Globalization;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Timeline;

/// <summary>
/// Mass messages: each is kept once, together with one bit for every follower who got it, so that a letter to a million
/// people takes 125 kB.
/// </summary>
internal sealed class MassLetters
{
    private readonly DataFolder _folder;
    private readonly Table<Bubble> _letters;
    private readonly Dictionary<long, byte[]> _receivers = [];

    public MassLetters(DataFolder folder, Journal journal, TalkLog log)
    {
        _folder = folder;
        _letters = journal.Open<Bubble>("mass-letters");
        foreach (var (_, letter) in _letters.All())
        {
            log.SkipTo(letter.Seq);
            _receivers[letter.Seq] = System.IO.File.ReadAllBytes(FileOf(letter.Seq));
        }
    }

    /// <summary>Keeps a letter; the receivers' bits are on disk before the letter counts.</summary>
    public void Add(Bubble letter, byte[] receivers)
    {
        System.IO.File.WriteAllBytes(FileOf(letter.Seq), receivers);
        lock (_receivers) _receivers[letter.Seq] = receivers;
        _letters.Put(Key(letter.Seq), letter);
    }

    public IEnumerable<Bubble> To(int follower, long after) => _letters.All()
        .Where(letter => letter.Value.Seq > after && Got(letter.Value.Seq, follower))
        .Select(letter => letter.Value);

    public void Clear()
    {
        lock (_receivers)
        {
            foreach (var seq in _receivers.Keys) System.IO.File.Delete(FileOf(seq));
            _receivers.Clear();
        }
    }

    private static string Key(long seq) => seq.ToString(CultureInfo.InvariantCulture);

    private bool Got(long seq, int follower)
    {
        lock (_receivers)
        {
            return _receivers.TryGetValue(seq, out var bits)
                && follower / 8 < bits.Length
                && (bits[follower / 8] & (1 << (follower % 8))) != 0;
        }
    }

    private string FileOf(long seq) => _folder.File($"mass-{Key(seq)}.bits");
}
