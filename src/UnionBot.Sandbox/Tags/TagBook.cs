using System.Globalization;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Tags;

/// <summary>The account's tags, at most 100, and who has them.</summary>
internal sealed class TagBook
{
    public const int MaxTags = 100;
    private const int FirstId = 100;

    private readonly FollowerBook _followers;
    private readonly Table<Tag> _tags;

    public TagBook(FollowerBook followers, Journal journal)
    {
        _followers = followers;
        _tags = journal.Open<Tag>("tags");
    }

    public IReadOnlyList<Tag> All => [.. _tags.All().Select(tag => tag.Value).OrderBy(tag => tag.Id)];

    public Tag? Find(string id) => _tags.Find(id);

    public Tag Create(string name)
    {
        var all = All;
        var id = all.Count == 0 ? FirstId : all[^1].Id + 1;
        var bit = Enumerable.Range(0, 128).First(free => all.All(tag => tag.Bit != free));
        var tag = new Tag(id, name, bit);
        _tags.Put(Key(id), tag);
        return tag;
    }

    public void Rename(Tag tag, string name) => _tags.Put(Key(tag.Id), tag with { Name = name });

    public void Delete(Tag tag)
    {
        _followers.ChangeAll((_, row) =>
        {
            if (!row.HasTag(tag.Bit)) return null;
            row.SetTag(tag.Bit, false);
            return row;
        });
        _tags.Remove(Key(tag.Id));
    }

    public int CountOf(Tag tag) => _followers.CountWhere(row => row.Follows && row.HasTag(tag.Bit));

    public IReadOnlyList<int> IdsOf(FollowerRow row) =>
        [.. All.Where(tag => row.HasTag(tag.Bit)).Select(tag => tag.Id)];

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
