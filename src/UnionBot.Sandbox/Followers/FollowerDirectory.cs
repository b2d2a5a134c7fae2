using System.Globalization;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Followers;

/// <summary>Finds, names and adds followers.</summary>
internal sealed class FollowerDirectory
{
    private readonly FollowerBook _book;
    private readonly OpenIds _openIds;
    private readonly SandboxClock _clock;
    private readonly Table<Profile> _profiles;

    public FollowerDirectory(FollowerBook book, OpenIds openIds, SandboxClock clock, Journal journal)
    {
        (_book, _openIds, _clock) = (book, openIds, clock);
        _profiles = journal.Open<Profile>("profiles");
        AddCastToAnEmptyBook();
    }

    public int Count => _book.Count;

    /// <summary>The follower's number, or null when this account never met that openid.</summary>
    public int? Find(string? openId) =>
        _openIds.Read(openId) is { } follower && follower < _book.Count ? follower : null;

    public string OpenId(int follower) => _openIds.Of(follower);

    public Profile ProfileOf(int follower) => _profiles.Find(Key(follower)) ?? new();

    public string NameOf(int follower) => ProfileOf(follower).Name ?? InventedPeople.NameOf(follower);

    public void ChangeProfile(int follower, Func<Profile, Profile> change) =>
        _profiles.Put(Key(follower), change(ProfileOf(follower)));

    /// <summary>
    /// Adds people who follow already (no event is pushed) or do not yet; returns the first one's number.
    /// </summary>
    public int Add(int count, bool follows) => _book.Add(count, new FollowerRow
    {
        SubscribedAt = follows ? (uint)_clock.UnixSeconds() : 0,
        Flags = follows ? FollowerFlags.Follows : FollowerFlags.None,
    });

    /// <summary>Those whose own number this is; leading +86 and blanks do not matter.</summary>
    public IReadOnlyList<int> WithPhone(string phone)
    {
        var wanted = Digits(phone);
        return
        [
            .. _profiles.All()
                .Where(profile => profile.Value.Phone is { } own && Digits(own) == wanted)
                .Select(profile => int.Parse(profile.Key, CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>
    /// Followers whose name, phone or openid holds the text, in the order in which they came; null = everybody.
    /// </summary>
    public IEnumerable<int> Search(string? text)
    {
        var all = Enumerable.Range(0, Count);
        return string.IsNullOrWhiteSpace(text) ? all : all.Where(follower => Matches(follower, text.Trim()));
    }

    /// <summary>Forgets everybody and begins again with the invented cast.</summary>
    public void BeginAgain()
    {
        _book.Clear();
        AddCastToAnEmptyBook();
    }

    private static string Key(int follower) => follower.ToString(CultureInfo.InvariantCulture);

    private static string Digits(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    private bool Matches(int follower, string text) =>
        NameOf(follower).Contains(text, StringComparison.Ordinal)
        || (ProfileOf(follower).Phone?.Contains(text, StringComparison.Ordinal) ?? false)
        || OpenId(follower) == text;

    private void AddCastToAnEmptyBook()
    {
        if (_book.Count > 0) return;

        Add(InventedPeople.Cast.Count, follows: false);
        for (var i = 0; i < InventedPeople.Cast.Count; i++) _profiles.Put(Key(i), InventedPeople.Cast[i]);
    }
}
