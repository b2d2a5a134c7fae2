using UnionBot.Sandbox.Followers;

namespace UnionBot.Sandbox.Control;

/// <summary>
/// The follower named by the route; an openid that nobody has is answered 404 before the handler runs.
/// </summary>
internal readonly record struct FollowerNumber(int Value)
{
    public static ValueTask<FollowerNumber> BindAsync(HttpContext http)
    {
        var openId = http.GetRouteValue("openid") as string;
        var follower = http.RequestServices.GetRequiredService<FollowerDirectory>().Find(openId);
        return follower is { } number
            ? ValueTask.FromResult(new FollowerNumber(number))
            : throw new BadHttpRequestException($"Nobody has the openid {openId}.", StatusCodes.Status404NotFound);
    }
}
