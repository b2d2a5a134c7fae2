using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Templates;

namespace UnionBot.Sandbox.Subscriptions;

/// <summary>How many notices each follower still allows for each template.</summary>
internal sealed class ConsentBook
{
    private readonly Journal _journal;
    private readonly FollowerDirectory _followers;
    private readonly Table<int> _left;

    public ConsentBook(FollowerDirectory followers, Journal journal)
    {
        (_followers, _journal) = (followers, journal);
        _left = journal.Open<int>("consents");
    }

    public int Left(int follower, MessageTemplate template) => _left.Find(Key(follower, template));

    public void Accept(int follower, MessageTemplate template)
    {
        lock (_journal.Gate) _left.Put(Key(follower, template), Left(follower, template) + 1);
    }

    public void Refuse(int follower, MessageTemplate template) => _left.Remove(Key(follower, template));

    /// <summary>Uses one consent up; a long-term one stays.</summary>
    public bool TrySpend(int follower, MessageTemplate template)
    {
        lock (_journal.Gate)
        {
            var left = Left(follower, template);
            if (left == 0) return false;
            if (!template.IsLongTerm) _left.Put(Key(follower, template), left - 1);
            return true;
        }
    }

    private string Key(int follower, MessageTemplate template) => $"{_followers.OpenId(follower)} {template.Id}";
}
