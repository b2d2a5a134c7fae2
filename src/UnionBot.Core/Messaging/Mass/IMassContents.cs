namespace UnionBot.Core.Messaging.Mass;

/// <summary>What a broadcast says. Kept once by who made it, and asked for when a part of its people is about to be told.</summary>
public interface IMassContents
{
    /// <summary>What goes to a whole list.</summary>
    /// <exception cref="InvalidOperationException">There is no such broadcast, or it is none for lists.</exception>
    Task<ListContent> ListAsync(int broadcastId, CancellationToken ct);

    /// <summary>What each of these people is told; one object may serve for all who are told the same.</summary>
    /// <param name="route">By which of the other ways.</param>
    /// <returns>Who is missing cannot be told, since a field of the text has nothing for them.</returns>
    Task<IReadOnlyDictionary<long, PersonalContent>> WordAsync(
        int broadcastId, SendRoute route, IReadOnlyList<long> people, CancellationToken ct);
}

/// <summary>What a mass send (群发) carries.</summary>
public abstract record ListContent
{
    private ListContent() { }

    public sealed record Words(string Text) : ListContent;

    /// <summary>The articles of a draft (草稿). A send uses its draft up, so each list is sent a copy, and this one stays.</summary>
    /// <param name="MediaId">Of the draft.</param>
    public sealed record Articles(string MediaId) : ListContent
    {
        /// <summary>Of the draft as it was released, as in <see cref="DraftReading"/>; null when it may be whatever it is by now.</summary>
        public string? Digest { get; init; }
    }

    /// <summary>Pictures with a few words.</summary>
    public sealed record Pictures(IReadOnlyList<string> MediaIds, string Caption) : ListContent;
}

/// <summary>What one person is told.</summary>
public abstract record PersonalContent
{
    private PersonalContent() { }

    /// <summary>A custom message (客服消息).</summary>
    public sealed record Words(string Text) : PersonalContent;

    /// <summary>A template message (模板消息) or a subscription notice (订阅通知).</summary>
    /// <param name="Fields">The template's fields (thing1 …) and their values.</param>
    /// <param name="Page">Opened by a tap; null when nothing is.</param>
    public sealed record Form(string TemplateId, IReadOnlyDictionary<string, string> Fields, string? Page = null) : PersonalContent;
}
