using System.Security.Cryptography;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Drafts;

/// <summary>The account's drafts by media id.</summary>
internal sealed class DraftBook(Journal journal)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private readonly Table<Draft> _drafts = journal.Open<Draft>("drafts");

    public int Count => _drafts.Count;

    public Draft? Find(string id) => _drafts.Find(id);

    public string Add(Draft draft)
    {
        var id = RandomNumberGenerator.GetString(Alphabet, 64);
        _drafts.Put(id, draft);
        return id;
    }

    /// <summary>The last changed first.</summary>
    public IReadOnlyList<KeyValuePair<string, Draft>> All() => [.. _drafts.All().OrderByDescending(draft => draft.Value.UpdatedAt)];

    public void Put(string id, Draft draft) => _drafts.Put(id, draft);

    public bool Remove(string id) => _drafts.Remove(id);
}
