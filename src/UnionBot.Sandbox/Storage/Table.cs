namespace UnionBot.Sandbox.Storage;

/// <summary>Rows by key, in memory and in the <see cref="Journal"/>; every member takes the journal's gate.</summary>
internal sealed class Table<T>(Journal journal, string name, Dictionary<string, T> rows)
{
    public int Count
    {
        get
        {
            lock (journal.Gate) return rows.Count;
        }
    }

    public T? Find(string key)
    {
        lock (journal.Gate) return rows.GetValueOrDefault(key);
    }

    public IReadOnlyList<KeyValuePair<string, T>> All()
    {
        lock (journal.Gate) return [.. rows];
    }

    public void Put(string key, T value)
    {
        lock (journal.Gate)
        {
            journal.Append(name, key, value);
            rows[key] = value;
        }
    }

    public bool Remove(string key)
    {
        lock (journal.Gate)
        {
            if (!rows.Remove(key)) return false;
            journal.Append<object>(name, key, null);
            return true;
        }
    }

    internal void Forget() => rows.Clear();
}
