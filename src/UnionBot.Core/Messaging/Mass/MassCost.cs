namespace UnionBot.Core.Messaging.Mass;

/// <summary>What a mass send (群发) costs of the account's calls, by lists or by a tag, and which of the two is taken.</summary>
/// <param name="ByTag">Whether it goes by a tag made for it.</param>
/// <param name="Lists">Calls that send, by lists; by a tag it is one.</param>
/// <param name="TagCalls">Calls that put people under the tag and take them out again; 0 by lists.</param>
/// <param name="Days">In how many days it is sent.</param>
public sealed record MassCost(bool ByTag, long Lists, long TagCalls, long Days)
{
    /// <summary>People whom one call puts under a tag.</summary>
    private const int TaggedAtOnce = 50;

    /// <summary>
    /// Lists are the better way: each of them is reported by itself, and nobody has to be put anywhere before. They are not when they take more
    /// calls than a day has, or the account has no right to them.
    /// </summary>
    public static MassCost Of(long people, SendingRules rules)
    {
        var lists = Parts(people, rules.Mass.ListSize);
        var tagCalls = 2 * Parts(people, TaggedAtOnce);
        var perDay = rules.Apis[SendRoute.Mass].PerDay;
        var byTag = rules.Mass.By switch
        {
            MassWay.Lists => false,
            MassWay.Tag => true,
            _ => lists > perDay && tagCalls <= rules.Mass.TagCallsPerDay,
        };
        return byTag && people > 0 ? new MassCost(true, lists, tagCalls, Days: 1) : new MassCost(false, lists, 0, Parts(lists, perDay));
    }

    private static long Parts(long all, int size) => (all + size - 1) / size;
}

/// <summary>How an account sends to many.</summary>
public enum MassWay
{
    /// <summary>Whichever costs less.</summary>
    Cheaper,

    /// <summary>By lists of people; only a certified service account (认证服务号) may.</summary>
    Lists,

    /// <summary>By a tag made for the broadcast.</summary>
    Tag,
}
