using System.Text.Json;

namespace UnionBot.WeChat.Api;

/// <summary>A tag of followers.</summary>
/// <param name="Count">How many people carry it; null = not told.</param>
public sealed record Tag(int Id, string Name, long? Count = null);

/// <summary>All tags of the account.</summary>
public sealed record TagList(IReadOnlyList<Tag> Tags);

/// <summary>The tags of one person.</summary>
public sealed record TagIds(IReadOnlyList<int> Ids);

/// <summary>Who could not be tagged; try again with these only.</summary>
public sealed record TaggingResult(SendOutcome Outcome, IReadOnlyList<string> FailedOpenIds)
{
    public override string ToString() => $"TaggingResult {{ {Outcome.Kind}, {FailedOpenIds.Count} failed }}";
}

/// <summary>Tags of followers, at most 100.</summary>
public sealed class TagApi
{
    private const int MostAtOnce = 50;

    private readonly ApiTransport _transport;

    internal TagApi(ApiTransport transport)
    {
        _transport = transport;
    }

    /// <summary>Creates a tag; a lost answer is unknown, the name may exist then.</summary>
    /// <param name="name">At most 30 characters.</param>
    public Task<ApiAnswer<Tag>> CreateAsync(string name, CancellationToken ct = default) => _transport.CallAsync(
        Post("/cgi-bin/tags/create", new { tag = new { name } }) with { Repeatable = false },
        answer => answer.Child("tag").Number("id") is null ? null : Read(answer.Child("tag")),
        ct);

    public Task<ApiAnswer<TagList>> ListAsync(CancellationToken ct = default) => _transport.CallAsync(
        ApiCall.Get("/cgi-bin/tags/get") with { Kind = ApiKind.Account },
        answer => new TagList([.. answer.Items("tags").Select(Read)]),
        ct);

    public Task<SendOutcome> RenameAsync(int id, string name, CancellationToken ct = default) =>
        _transport.CallAsync(Post("/cgi-bin/tags/update", new { tag = new { id, name } }), ct);

    public Task<SendOutcome> DeleteAsync(int id, CancellationToken ct = default) =>
        _transport.CallAsync(Post("/cgi-bin/tags/delete", new { tag = new { id } }), ct);

    /// <summary>Who carries a tag, in pages of up to 10,000.</summary>
    public Task<ApiAnswer<OpenIdPage>> PeopleAsync(int id, string? from = null, CancellationToken ct = default) =>
        _transport.CallAsync(Post("/cgi-bin/user/tag/get", new { tagid = id, next_openid = from ?? "" }), UserApi.ReadPage, ct);

    /// <param name="openIds">At most 50.</param>
    public Task<TaggingResult> AddPeopleAsync(int id, IReadOnlyList<string> openIds, CancellationToken ct = default) =>
        TagAsync("/cgi-bin/tags/members/batchtagging", id, openIds, ct);

    /// <param name="openIds">At most 50.</param>
    public Task<TaggingResult> RemovePeopleAsync(int id, IReadOnlyList<string> openIds, CancellationToken ct = default) =>
        TagAsync("/cgi-bin/tags/members/batchuntagging", id, openIds, ct);

    public Task<ApiAnswer<TagIds>> OfPersonAsync(string openId, CancellationToken ct = default) => _transport.CallAsync(
        Post("/cgi-bin/tags/getidlist", new { openid = openId }) with { Kind = ApiKind.Person },
        answer => new TagIds(
            answer.Numbers("tagid_list")),
        ct);

    private async Task<TaggingResult> TagAsync(string path, int id, IReadOnlyList<string> openIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(openIds);
        if (openIds.Count is < 1 or > MostAtOnce)
        {
            throw new ArgumentException($"1 to {MostAtOnce} people can be tagged, not {openIds.Count}.", nameof(openIds));
        }

        var call = Post(path, new { openid_list = openIds, tagid = id }) with { Kind = ApiKind.List };
        using var answer = await _transport.SendAsync(call, ct);
        return new TaggingResult(answer.Outcome, answer.Body.Texts("fail_openid_list"));
    }

    private static ApiCall Post(string path, object body) =>
        ApiCall.Post(path, body) with { Repeatable = true, Kind = ApiKind.Account };

    private static Tag Read(JsonElement tag) => new(tag.Count("id"), tag.Text("name"), tag.Number("count"));
}
